import { FIFO_TOPIC_DESTINATION } from '../../constraints/aws-lambda/destination';
import { refusedPlaces } from '../destination-places';
import type { Check } from '../finding';

/** For certain when the topic is declared as FIFO, or one that is not declared here has a name that ends in `.fifo`. */
export const fifoTopicDestination: Check = {
  rule: FIFO_TOPIC_DESTINATION,
  severity: 'error',
  find: context => refusedPlaces(context, FIFO_TOPIC_DESTINATION),
};
