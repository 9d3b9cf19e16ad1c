import { Lazy } from 'aws-cdk-lib';
import { REGION } from '../../lib/constraints/aws-lambda/assume-role';
import { RETRY_ATTEMPTS } from '../../lib/constraints/aws-lambda/event-invoke-config';
import { MEMORY_SIZE } from '../../lib/constraints/aws-lambda/function';
import { knownViolation } from '../../lib/provider/known-violation';

test('checks a known value, under the name that the user wrote', () => {
  expect(knownViolation(MEMORY_SIZE, 128)).toBeUndefined();
  expect(knownViolation(MEMORY_SIZE, 127)).toBe('`memorySize` must be an integer between 128 and 10240 MiB, got: 127');
  expect(knownViolation(MEMORY_SIZE, 127, 'provider.memorySize')).toBe('`provider.memorySize` must be an integer between 128 and 10240 MiB, got: 127');
});

test('tells the consequence and the remedy of a limit that has a rule', () => {
  expect(knownViolation(RETRY_ATTEMPTS, 3)).toBe(
    '`retryAttempts` must be an integer between 0 and 2, got: 3. Lambda refuses other values: the deployment fails. Leave it out for the default, or retry failed events from their destination.',
  );
});

test('accepts an absent value, and one that only the deployment knows', () => {
  expect(knownViolation(MEMORY_SIZE, undefined)).toBeUndefined();
  expect(knownViolation(MEMORY_SIZE, Lazy.number({ produce: () => 0 }))).toBeUndefined();
  expect(knownViolation(REGION, '{{resolve:ssm:/region}}')).toBeUndefined();
  expect(knownViolation(REGION, '{{resolve:ssm:/region}')).toBe('`region` must be 6 to 25 characters: a Region, e.g. eu-central-1, got: "{{resolve:ssm:/region}"');
});

test('may have the remedy of a case', () => {
  expect(knownViolation(RETRY_ATTEMPTS, 3, 'retries', { when: 'it is high', remedy: 'Lower it.' }))
    .toBe('`retries` must be an integer between 0 and 2, got: 3. Lambda refuses other values: the deployment fails. Lower it.');
});
