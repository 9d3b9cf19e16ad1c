import { DEAD_LETTER_QUEUE_WITHOUT_ARN, DEAD_LETTER_TARGET_ARN, UNSUPPORTED_DEAD_LETTER_QUEUE } from '../../constraints/aws-lambda/dead-letter-queue';
import type { Topology } from '../../topology';
import { deadLetterPlaces } from '../dead-letter-places';
import type { Check, Place } from '../finding';
import { isNoneOf } from '../target-kinds';
import { writtenWithoutArn } from '../without-arn';

/**
 * For certain when the ARN is of another service, or is known and has another form; or when the value is
 * the name or URL of a resource of the app, or a text that does not begin with `arn:`.
 */
export const unsupportedDeadLetterQueue: Check = {
  rule: UNSUPPORTED_DEAD_LETTER_QUEUE,
  others: [DEAD_LETTER_QUEUE_WITHOUT_ARN],
  severity: 'error',
  find: ({ topology }) => [...deadLetterPlaces(topology, target => isNoneOf(target, ['queue', 'topic'])), ...placesWithoutArn(topology)],
};

function placesWithoutArn(topology: Topology): Place[] {
  return [...topology.functions.values()].flatMap(node => {
    const value = writtenWithoutArn(topology, node.deadLetterQueue);
    return value === undefined ? [] : [{ origin: node, property: DEAD_LETTER_TARGET_ARN.parameter, value, rule: DEAD_LETTER_QUEUE_WITHOUT_ARN }];
  });
}
