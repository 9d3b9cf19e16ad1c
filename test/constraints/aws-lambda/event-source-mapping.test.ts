import { VISIBILITY_TIMEOUT } from '../../../lib/constraints/aws-lambda/event-source-mapping';
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
