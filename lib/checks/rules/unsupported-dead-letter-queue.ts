import { UNSUPPORTED_DEAD_LETTER_QUEUE } from '../../constraints/aws-lambda/dead-letter-queue';
import { deadLetterPlaces } from '../dead-letter-places';
import type { Check } from '../finding';
import { isNoneOf } from '../target-kinds';

/** For certain when the ARN is of another service, or written out and of another form. */
export const unsupportedDeadLetterQueue: Check = {
  rule: UNSUPPORTED_DEAD_LETTER_QUEUE,
  severity: 'error',
  find: topology => deadLetterPlaces(topology, target => isNoneOf(target, ['queue', 'topic'])),
};
