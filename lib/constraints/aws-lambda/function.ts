import type { NumberConstraint, SizeConstraint } from '../constraint';
import type { Rule } from '../rule';

const API = 'AWS Lambda API reference, CreateFunction';

/** The timeout of a function, in seconds. */
export const TIMEOUT: NumberConstraint = {
  kind: 'number',
  property: 'timeout',
  parameter: 'Timeout',
  min: 1,
  max: 900,
  integer: true,
  unit: 'seconds',
  default: 3,
  source: API,
  note: 'The API model says 5400 since 2026-06-18, which is for Lambda Managed Instances only.',
};

/** The memory of a function, in MiB. Its share of a processor is proportional. */
export const MEMORY_SIZE: NumberConstraint = {
  kind: 'number',
  property: 'memorySize',
  parameter: 'MemorySize',
  min: 128,
  max: 10_240,
  integer: true,
  unit: 'MiB',
  default: 128,
  source: API,
};

/** The part of the account's concurrency that is reserved for a function. */
export const RESERVED_CONCURRENT_EXECUTIONS: NumberConstraint = {
  kind: 'number',
  property: 'reservedConcurrentExecutions',
  parameter: 'ReservedConcurrentExecutions',
  min: 0,
  max: Number.MAX_SAFE_INTEGER,
  integer: true,
  source: 'AWS CloudFormation schema, AWS::Lambda::Function',
  note: "The upper bound is the account's quota.",
};

/** The number of invocations after which Lambda stops a recursive loop: documented as approximately 16, recorded as 16. */
export const LONGEST_LOOP = 16;

export const DURABLE_FUNCTION_UNQUALIFIED: Rule = {
  id: 'DurableFunctionUnqualified',
  rule: 'name a version, an alias or `$LATEST` of a durable function',
  consequence: 'Lambda refuses to invoke a durable function by its unqualified name or ARN.',
  remedy: 'Use an alias or `currentVersion` of the function.',
  source: 'AWS Lambda developer guide, "Invoking Lambda durable functions"',
  evidence: { grade: 'documented', says: 'A durable function must be invoked with a qualified identifier.' },
};

export const TENANT_ID_MISSING: Rule = {
  id: 'TenantIdMissing',
  rule: 'be given for a function with tenant isolation',
  consequence: 'Lambda refuses to invoke such a function without a tenant id, synchronously or not.',
  remedy: 'Pass the id of the tenant that the invocation is for.',
  source: 'AWS Lambda developer guide, "Tenant isolation"',
  evidence: { grade: 'documented', says: 'An invocation of a function with tenant isolation fails without a tenant id.' },
};

export const TENANT_ISOLATION_SNAP_START: Rule = {
  id: 'TenantIsolationSnapStart',
  parameter: 'SnapStart.ApplyOn',
  rule: 'be left out for a function with tenant isolation',
  consequence: 'Lambda does not combine SnapStart with tenant isolation: the deployment fails.',
  remedy: 'Leave out `snapStart`, or `tenancyConfig`.',
  source: 'AWS Lambda developer guide, "Tenant isolation"',
  evidence: { grade: 'documented', says: 'Tenant isolation does not support SnapStart.' },
};

export const TENANT_ISOLATED_DESTINATION: Rule = {
  id: 'TenantIsolatedDestination',
  rule: 'be a function without tenant isolation',
  consequence: 'A function with tenant isolation must be invoked with a tenant id, and a destination passes none.',
  remedy: 'Send to a queue or bus, and invoke the function with a tenant id from there.',
  source: 'AWS Lambda developer guide, "Tenant isolation"',
  evidence: {
    grade: 'derived',
    from: [
      'An invocation of a function with tenant isolation fails without a tenant id, as documented.',
      'A destination is an ARN, and has no place for a tenant id, as documented.',
    ],
  },
};

/** The environment variables of a function together, names and values. */
export const ENVIRONMENT: SizeConstraint = {
  kind: 'size',
  property: 'environment',
  parameter: 'Environment.Variables',
  max: 4096,
  unit: 'bytes',
  source: 'AWS Lambda developer guide, quotas',
};
