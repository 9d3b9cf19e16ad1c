import { page, tableOf } from './pages';
import { ADDITIONAL_VERSIONS, ALIAS_NAME } from '../../lib/constraints/aws-lambda/alias';
import { BUS_EVENT, QUEUE_MESSAGE, TOPIC_MESSAGE } from '../../lib/constraints/aws-lambda/destination';
import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../lib/constraints/aws-lambda/event-invoke-config';
import { RETRY_DELAYS, THROTTLE_BACK_OFF } from '../../lib/constraints/aws-lambda/event-queue';
import { EVENT_PAYLOAD, SYNCHRONOUS_PAYLOAD } from '../../lib/constraints/aws-lambda/invoke';

const LIMITS = new Map(tableOf(page('docs/concepts.md'), 'Limits').map(([what, limit]) => [what, limit]));
const [first, second] = RETRY_DELAYS;

test.each([
  ['`retryAttempts`', `${RETRY_ATTEMPTS.min} to ${RETRY_ATTEMPTS.max}, default ${RETRY_ATTEMPTS.default}`],
  ['`maxEventAge`', `${MAX_EVENT_AGE.min} to ${number(MAX_EVENT_AGE.max)} seconds (1 minute to 6 hours), default ${number(MAX_EVENT_AGE.default!)}`],
  ['wait before a retry', `${first} seconds before the first, ${second} seconds before the second`],
  ['wait after a throttle', `${THROTTLE_BACK_OFF.first} second, doubled each time, up to ${THROTTLE_BACK_OFF.longest} seconds`],
  ['payload of an event', `${number(EVENT_PAYLOAD.max)} bytes`],
  ['payload of a synchronous invocation', `${number(SYNCHRONOUS_PAYLOAD.max)} bytes`],
  ['record in a queue', `what the queue accepts: ${number(QUEUE_MESSAGE.max)} bytes unless you set less`],
  ['record in a topic', `${number(TOPIC_MESSAGE.max)} bytes; a larger record arrives without payload or not at all`],
  ['record on a bus', `${number(BUS_EVENT.max)} bytes`],
  ['name of an alias', `${ALIAS_NAME.min} to ${ALIAS_NAME.max} ${ALIAS_NAME.grammar}`],
  ['versions that share an alias', `the main version and at most ${ADDITIONAL_VERSIONS.max} additional version`],
])('the limit of the %s is that of the constraints', (what, limit) => {
  expect(LIMITS.get(what)).toBe(limit);
});

function number(value: number): string {
  return value.toLocaleString('en-US');
}
