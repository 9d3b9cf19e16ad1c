import {
  DURABLE_EXECUTION_TIMEOUT,
  DURABLE_FUNCTION_UNQUALIFIED,
  DURABLE_RETENTION_PERIOD,
  MANAGED_INSTANCES_TIMEOUT,
  MEMORY_SIZE,
  RECURSIVE_LOOP,
  RESERVED_BELOW_PROVISIONED_CONCURRENCY,
  RESERVED_CONCURRENT_EXECUTIONS,
  SYNCHRONOUS_DURABLE_EXECUTION_TIMEOUT,
  TENANT_ID_MISSING,
  TENANT_ISOLATED_DESTINATION,
  TENANT_ISOLATION_CONFLICT,
  TIMEOUT,
} from '../../../lib/constraints/aws-lambda/function';
import { broken } from '../../../lib/constraints/rule';
import { violation } from '../../../lib/constraints/violation';

describe.each([
  [TIMEOUT, 'timeout', 1, 900, ' seconds'],
  [MEMORY_SIZE, 'memorySize', 128, 10240, ' MiB'],
  [MANAGED_INSTANCES_TIMEOUT, 'timeout', 1, 5400, ' seconds'],
  [DURABLE_EXECUTION_TIMEOUT, 'durableConfig.executionTimeout', 1, 366 * 24 * 60 * 60, ' seconds'],
  [SYNCHRONOUS_DURABLE_EXECUTION_TIMEOUT, 'durableConfig.executionTimeout', 1, 900, ' seconds'],
  [DURABLE_RETENTION_PERIOD, 'durableConfig.retentionPeriod', 1, 90, ' days'],
])('%p', (constraint, property, min, max, unit) => {
  test('is accepted from bound to bound', () => {
    expect(violation(constraint, min)).toBeUndefined();
    expect(violation(constraint, max)).toBeUndefined();
  });

  test.each([min - 1, max + 1, min + 0.5])('of %p is refused', value => {
    expect(violation(constraint, value)).toBe(`\`${property}\` must be an integer between ${min} and ${max}${unit}, got: ${value}`);
  });
});

test('a function has three seconds, and a history two weeks, when nothing is said', () => {
  expect(TIMEOUT.default).toBe(3);
  expect(DURABLE_RETENTION_PERIOD.default).toBe(14);
});

test.each([0, 1, 100_000])('a reserve of %p is accepted: the quota is the bound', value => {
  expect(violation(RESERVED_CONCURRENT_EXECUTIONS, value)).toBeUndefined();
});

test.each([-1, 0.5])('a reserve of %p is refused', value => {
  expect(violation(RESERVED_CONCURRENT_EXECUTIONS, value)).toBe(`\`reservedConcurrentExecutions\` must be an integer of at least 0, got: ${value}`);
});

test('a recursive loop is ended or allowed', () => {
  expect(violation(RECURSIVE_LOOP, 'Terminate')).toBeUndefined();
  expect(violation(RECURSIVE_LOOP, 'Allow')).toBeUndefined();
  expect(violation(RECURSIVE_LOOP, 'InvalidValue')).toBe('`recursiveLoop` must be one of Terminate, Allow, got: "InvalidValue"');
});

test('a durable function by its bare name is refused with the way out', () => {
  expect(broken(DURABLE_FUNCTION_UNQUALIFIED, 'function', 'Stack/Fn')).toBe(
    '`function` must name a version, an alias or `$LATEST` of a durable function, got: Stack/Fn. ' +
    'Lambda refuses to invoke a durable function by its unqualified name or ARN. ' +
    'Use an alias or `currentVersion` of the function.',
  );
});

test('a function with tenant isolation needs a tenant', () => {
  expect(broken(TENANT_ID_MISSING, 'tenantId', 'nothing')).toBe(
    '`tenantId` must be given for a function with tenant isolation, got: nothing. ' +
    'Lambda refuses to invoke such a function without a tenant id, synchronously or not. ' +
    'Pass the id of the tenant that the invocation is for.',
  );
});

test.each([
  [RESERVED_BELOW_PROVISIONED_CONCURRENCY, 'ReservedBelowProvisionedConcurrency', "lower than function's total provisioned concurrency"],
  [TENANT_ISOLATION_CONFLICT, 'TenantIsolationConflict', 'function URLs, provisioned concurrency or SnapStart'],
  [TENANT_ISOLATED_DESTINATION, 'TenantIsolatedDestination', 'a destination passes none on'],
])('%p tells what Lambda does', (rule, id, consequence) => {
  expect(rule.id).toBe(id);
  expect(rule.consequence).toContain(consequence);
});
