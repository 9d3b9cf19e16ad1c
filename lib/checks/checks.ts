import type { Check } from './finding';
import { fifoQueueDestination } from './rules/fifo-queue-destination';

/** Every rule, errors first. */
export const CHECKS: readonly Check[] = [
  fifoQueueDestination,
];
