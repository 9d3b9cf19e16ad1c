import { RETRY_ATTEMPTS } from '../../lib/constraints/aws-lambda/event-invoke-config';
import { numeric, optionalViolation, refuse } from '../../lib/handler/property-values';

test.each([
  ['60', 60], ['-1', -1], ['1.5', 1.5], ['007', 7],
  ['', ''], ['1e3', '1e3'], ['0x10', '0x10'], [' 1', ' 1'], ['1.', '1.'], ['.5', '.5'], ['many', 'many'],
  [7, 7], [undefined, undefined],
])('%j reaches the checks as %j', (value, expected) => {
  expect(numeric(value)).toBe(expected);
});

test('what may be left out is checked when it is there', () => {
  expect(optionalViolation(RETRY_ATTEMPTS, undefined)).toBeUndefined();
  expect(optionalViolation(RETRY_ATTEMPTS, 2)).toBeUndefined();
  expect(optionalViolation(RETRY_ATTEMPTS, 3)).toBe('`retryAttempts` must be an integer between 0 and 2, got: 3');
  expect(optionalViolation(RETRY_ATTEMPTS, null, 'retries')).toBe('`retries` must be an integer between 0 and 2, got: null');
});

test('all that is wrong is said at once', () => {
  expect(() => refuse(undefined, 'one', undefined, 'other')).toThrow(new Error('one\nother'));
  expect(() => refuse(undefined)).not.toThrow();
  expect(() => refuse()).not.toThrow();
});
