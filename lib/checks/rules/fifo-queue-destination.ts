import { FIFO_QUEUE_DESTINATION } from '../../constraints/aws-lambda/destination';
import { refusedPlaces } from '../destination-places';
import type { Check } from '../finding';

/** For certain when the queue is declared as FIFO, or one that is not declared here has a name that ends in `.fifo`. */
export const fifoQueueDestination: Check = {
  rule: FIFO_QUEUE_DESTINATION,
  severity: 'error',
  find: context => refusedPlaces(context, FIFO_QUEUE_DESTINATION),
};
