import { CfnParameter, Duration, Lazy } from 'aws-cdk-lib';
import { AsyncDestination, type AsyncInvokeConfigOptions } from '../../../lib';
import { validateSettings } from '../../../lib/aws/config/settings';
import { agnosticStack, errorOf } from '../fixture';

const token = (value: number) => Lazy.number({ produce: () => value });

test.each<AsyncInvokeConfigOptions>([
  { maxEventAge: Duration.seconds(60) },
  { maxEventAge: Duration.hours(6) },
  { maxEventAge: Duration.seconds(token(1)) },
  { retryAttempts: 0 },
  { retryAttempts: 2 },
  { retryAttempts: token(9) },
  { onFailure: AsyncDestination.none() },
  { onSuccess: AsyncDestination.bus() },
])('%# is accepted', settings => {
  expect(() => validateSettings(agnosticStack(), settings)).not.toThrow();
});

test.each<[AsyncInvokeConfigOptions, string]>([
  [{ maxEventAge: Duration.seconds(59) }, '`maxEventAge` must be an integer between 60 and 21600 seconds, got: 59. Lambda refuses other values: the deployment fails. Leave it out for the default, which is the longest, or give a number of seconds within the range. [Stack]'],
  [{ maxEventAge: Duration.seconds(21_601) }, '`maxEventAge` must be an integer between 60 and 21600 seconds, got: 21601. Lambda refuses other values: the deployment fails. Leave it out for the default, which is the longest, or give a number of seconds within the range. [Stack]'],
  [{ maxEventAge: Duration.millis(60_500) }, '`maxEventAge` must be an integer between 60 and 21600 seconds, got: 60.5. Lambda refuses other values: the deployment fails. Leave it out for the default, which is the longest, or give a number of seconds within the range. [Stack]'],
  [{ maxEventAge: Duration.minutes(token(1)) }, '`maxEventAge` must be in seconds when it is a token, got: minutes. Use `Duration.seconds`. [Stack]'],
  [{ retryAttempts: -1 }, '`retryAttempts` must be an integer between 0 and 2, got: -1. Lambda refuses other values: the deployment fails. Leave it out for the default, or retry failed events from their destination. [Stack]'],
  [{ retryAttempts: 3 }, '`retryAttempts` must be an integer between 0 and 2, got: 3. Lambda refuses other values: the deployment fails. Leave it out for the default, or retry failed events from their destination. [Stack]'],
  [{ retryAttempts: 1.5 }, '`retryAttempts` must be an integer between 0 and 2, got: 1.5. Lambda refuses other values: the deployment fails. Leave it out for the default, or retry failed events from their destination. [Stack]'],
])('%# is refused', (settings, message) => {
  expect(errorOf(() => validateSettings(agnosticStack(), settings))).toBe(message);
});

test('reports all violations at once', () => {
  expect(errorOf(() => validateSettings(agnosticStack(), { maxEventAge: Duration.seconds(1), retryAttempts: 3 }))).toMatch(/^`maxEventAge`.*\n`retryAttempts`/);
});

test.each<AsyncInvokeConfigOptions>([{}, { skipPermissions: true }])('%j is no config', settings => {
  expect(errorOf(() => validateSettings(agnosticStack(), settings))).toBe(
    '`props` must have at least one of `maxEventAge`, `retryAttempts`, `onFailure` and `onSuccess`, got: none of them. ' +
    'Lambda refuses a config without any setting: "You must specify at least one of error handling or destination setting." ' +
    'Give the setting that you want, or leave the config out. [Stack]');
});

test('accepts a parameter of the template', () => {
  const stack = agnosticStack();
  const retries = new CfnParameter(stack, 'Retries', { type: 'Number' });

  expect(() => validateSettings(stack, { retryAttempts: retries.valueAsNumber, maxEventAge: Duration.seconds(retries.valueAsNumber) })).not.toThrow();
});
