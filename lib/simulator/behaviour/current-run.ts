import { AsyncLocalStorage } from 'node:async_hooks';
import type { Run } from './behaviour';

/** The run of the handler that is executing. What the handler invokes belongs to its chain. */
export const CURRENT_RUN = new AsyncLocalStorage<Run>();
