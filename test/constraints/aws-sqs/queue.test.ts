import { MESSAGE_RETENTION, VISIBILITY_TIMEOUT } from '../../../lib/constraints/aws-sqs/queue';
import { violation } from '../../../lib/constraints/violation';

test.each([
  [-1, '`visibilityTimeout` must be an integer between 0 and 43200 seconds, got: -1'],
  [0, undefined],
  [43_200, undefined],
  [43_201, '`visibilityTimeout` must be an integer between 0 and 43200 seconds, got: 43201'],
])('a visibility timeout of %d seconds: %s', (value, expected) => {
  expect(violation(VISIBILITY_TIMEOUT, value)).toBe(expected);
});

test('a queue hides messages for half a minute by default', () => {
  expect(VISIBILITY_TIMEOUT.default).toBe(30);
});

test.each([[59, false], [60, true], [1_209_600, true], [1_209_601, false]])('a queue keeps messages for %d seconds: %s', (seconds, accepted) => {
  expect(violation(MESSAGE_RETENTION, seconds) === undefined).toBe(accepted);
});

test('a queue keeps messages for four days by default', () => {
  expect(MESSAGE_RETENTION.default).toBe(4 * 24 * 60 * 60);
});
