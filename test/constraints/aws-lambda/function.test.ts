import {
  DURABLE_FUNCTION_UNQUALIFIED,
  MEMORY_SIZE,
  RESERVED_CONCURRENT_EXECUTIONS,
  TENANT_ID_MISSING,
  TENANT_ISOLATED_DESTINATION,
  TIMEOUT,
} from '../../../lib/constraints/aws-lambda/function';
import { broken } from '../../../lib/constraints/rule';
import { violation } from '../../../lib/constraints/violation';

describe.each([
  [TIMEOUT, 'timeout', 1, 900, ' seconds'],
  [MEMORY_SIZE, 'memorySize', 128, 10240, ' MiB'],
])('%p', (constraint, property, min, max, unit) => {
  test('is accepted from bound to bound', () => {
    expect(violation(constraint, min)).toBeUndefined();
    expect(violation(constraint, max)).toBeUndefined();
  });

  test.each([min - 1, max + 1, min + 0.5])('of %p is refused', value => {
    expect(violation(constraint, value)).toBe(`\`${property}\` must be an integer between ${min} and ${max}${unit}, got: ${value}`);
  });
});

test('a function has three seconds by default', () => {
  expect(TIMEOUT.default).toBe(3);
});

test.each([0, 1, 100_000])('a reserve of %p is accepted: the quota is the bound', value => {
  expect(violation(RESERVED_CONCURRENT_EXECUTIONS, value)).toBeUndefined();
});

test.each([-1, 0.5])('a reserve of %p is refused', value => {
  expect(violation(RESERVED_CONCURRENT_EXECUTIONS, value)).toBe(`\`reservedConcurrentExecutions\` must be an integer of at least 0, got: ${value}`);
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

test('a destination passes no tenant on', () => {
  expect(TENANT_ISOLATED_DESTINATION.id).toBe('TenantIsolatedDestination');
  expect(TENANT_ISOLATED_DESTINATION.consequence).toContain('a destination passes none');
});
