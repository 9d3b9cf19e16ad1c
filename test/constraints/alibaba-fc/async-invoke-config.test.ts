import { limitViolation, MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../../lib/constraints/alibaba-fc/async-invoke-config';
import * as lambda from '../../../lib/constraints/aws-lambda/event-invoke-config';

describe('the retries', () => {
  test.each([0, 1, 2, 3, 7, 8])('can be %p', value => {
    expect(limitViolation(RETRY_ATTEMPTS, value)).toBeUndefined();
  });

  test.each([-1, 9, 1.5, '3'])('cannot be %p', value => {
    expect(limitViolation(RETRY_ATTEMPTS, value)).toBe(
      `\`retryAttempts\` must be an integer between 0 and 8, got: ${JSON.stringify(value)}. `
      + 'That is the limit of Function Compute; for Lambda it must be an integer between 0 and 2',
    );
  });

  test('are three by default', () => {
    expect(RETRY_ATTEMPTS.default).toBe(3);
  });
});

describe('the event age', () => {
  test.each([1, 2, 60, 21_601, 604_799, 604_800])('can be %p', value => {
    expect(limitViolation(MAX_EVENT_AGE, value)).toBeUndefined();
  });

  test.each([0, 1.5, 604_801, 2_592_000])('cannot be %p', value => {
    expect(limitViolation(MAX_EVENT_AGE, value)).toBe(
      `\`maxEventAge\` must be an integer between 1 and 604800 seconds, got: ${value}. `
      + 'That is the limit of Function Compute; for Lambda it must be an integer between 60 and 21600 seconds',
    );
  });

  test('is a day by default', () => {
    expect(MAX_EVENT_AGE.default).toBe(24 * 60 * 60);
  });
});

test('a limit without a counterpart stands alone', () => {
  expect(limitViolation(lambda.RETRY_ATTEMPTS, 3)).toBe('`retryAttempts` must be an integer between 0 and 2, got: 3');
});

test.each([[MAX_EVENT_AGE, lambda.MAX_EVENT_AGE], [RETRY_ATTEMPTS, lambda.RETRY_ATTEMPTS]])('whatever Lambda takes, Function Compute takes: %p', (here, there) => {
  expect(here.property).toBe(there.property);
  expect(here.min).toBeLessThanOrEqual(there.min);
  expect(here.max).toBeGreaterThanOrEqual(there.max);
});
