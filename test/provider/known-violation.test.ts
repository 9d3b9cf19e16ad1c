import { Lazy } from 'aws-cdk-lib';
import { MEMORY_SIZE } from '../../lib/constraints/aws-lambda/function';
import { knownViolation } from '../../lib/provider/known-violation';

test('what is known is held to its constraint, under the name that users know', () => {
  expect(knownViolation(MEMORY_SIZE, 128)).toBeUndefined();
  expect(knownViolation(MEMORY_SIZE, 127)).toBe('`memorySize` must be an integer between 128 and 10240 MiB, got: 127');
  expect(knownViolation(MEMORY_SIZE, 127, 'provider.memorySize')).toBe('`provider.memorySize` must be an integer between 128 and 10240 MiB, got: 127');
});

test('what is left out, or known only at deployment, breaks nothing', () => {
  expect(knownViolation(MEMORY_SIZE, undefined)).toBeUndefined();
  expect(knownViolation(MEMORY_SIZE, Lazy.number({ produce: () => 0 }))).toBeUndefined();
});
