import { FIFO_DEAD_LETTER_QUEUE } from '../../constraints/aws-lambda/dead-letter-queue';
import { deadLetterPlaces } from '../dead-letter-places';
import type { Check } from '../finding';
import { isFifo } from '../target-kinds';

/** For certain when the queue or topic is declared as FIFO, or one that is not declared here has a name that ends in `.fifo`. */
export const fifoDeadLetterQueue: Check = {
  rule: FIFO_DEAD_LETTER_QUEUE,
  severity: 'error',
  find: ({ topology }) => deadLetterPlaces(topology, target => isFifo(target, 'queue') || isFifo(target, 'topic')),
};
