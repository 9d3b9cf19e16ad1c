import { FIFO_QUEUE_DESTINATION } from '../../constraints/aws-lambda/destination';
import { known } from '../../topology';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';

/** For certain when the queue is declared as FIFO, or its name ends in `.fifo`. */
export const fifoQueueDestination: Check = {
  rule: FIFO_QUEUE_DESTINATION,
  severity: 'error',
  find: topology => destinationPlaces(topology, ({ kind, ...target }) => kind === 'queue' && 'fifo' in target && known(target.fifo) === true),
};
