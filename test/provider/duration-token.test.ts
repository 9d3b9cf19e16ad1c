import { Duration, Lazy } from 'aws-cdk-lib';
import { tokenUnitViolation } from '../../lib/provider/duration-token';

const token = Lazy.number({ produce: () => 1 });

test.each([
  ['a token in seconds', Duration.seconds(token)],
  ['a known duration in minutes', Duration.minutes(1)],
])('accepts %s', (_, duration) => {
  expect(tokenUnitViolation('maxEventAge', duration)).toBeUndefined();
});

test('refuses a token in minutes', () => {
  expect(tokenUnitViolation('maxEventAge', Duration.minutes(token)))
    .toBe('`maxEventAge` must be in seconds when it is a token, got: minutes. Use `Duration.seconds`.');
});
