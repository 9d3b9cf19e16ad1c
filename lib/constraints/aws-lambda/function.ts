import type { ChoiceConstraint, NumberConstraint } from '../constraint';
import type { Rule } from '../rule';

const API = 'AWS Lambda API reference, CreateFunction';

/** The timeout of a function. Also the time that a run may take from an event's age. */
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

/** The timeout of a function on Lambda Managed Instances, for asynchronous and event source invocations. */
export const MANAGED_INSTANCES_TIMEOUT: NumberConstraint = {
  ...TIMEOUT,
  max: 5400,
  source: 'AWS Lambda API model, 2026-06-18',
  note: 'Older pages say 900, which still holds for all other functions and for synchronous invocations.',
};

/** The memory of a function, and with it its share of a processor. */
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

/** The share of the account's concurrency that a function has for itself. */
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

/** What Lambda does with a function that invokes itself again and again. */
export const RECURSIVE_LOOP: ChoiceConstraint = {
  kind: 'choice',
  property: 'recursiveLoop',
  parameter: 'RecursiveLoop',
  values: ['Terminate', 'Allow'],
  source: 'AWS Lambda API reference, PutFunctionRecursionConfig',
};

/** How often a function may be invoked in one chain of requests before Lambda stops the chain: "approximately 16 times", and 16 as recorded. */
export const LONGEST_LOOP = 16;

/** How long one execution of a durable function may take, waits included. */
export const DURABLE_EXECUTION_TIMEOUT: NumberConstraint = {
  kind: 'number',
  property: 'durableConfig.executionTimeout',
  parameter: 'DurableConfig.ExecutionTimeout',
  min: 1,
  max: 31_622_400,
  integer: true,
  unit: 'seconds',
  source: 'AWS Lambda API model, 2026-07, DurableConfig',
};

/** The same for an execution whose caller waits for it. */
export const SYNCHRONOUS_DURABLE_EXECUTION_TIMEOUT: NumberConstraint = {
  ...DURABLE_EXECUTION_TIMEOUT,
  max: 900,
  source: 'AWS Lambda developer guide, "Invoking Lambda durable functions"',
};

/** How long the history of an execution is kept. */
export const DURABLE_RETENTION_PERIOD: NumberConstraint = {
  kind: 'number',
  property: 'durableConfig.retentionPeriod',
  parameter: 'DurableConfig.RetentionPeriodInDays',
  min: 1,
  max: 90,
  integer: true,
  unit: 'days',
  default: 14,
  source: 'AWS Lambda API model, 2026-07, DurableConfig',
};

export const DURABLE_FUNCTION_UNQUALIFIED: Rule = {
  id: 'DurableFunctionUnqualified',
  rule: 'name a version, an alias or `$LATEST` of a durable function',
  consequence: 'Lambda refuses to invoke a durable function by its unqualified name or ARN.',
  remedy: 'Use an alias or `currentVersion` of the function.',
  source: 'AWS Lambda developer guide, "Invoking Lambda durable functions"',
};

export const RESERVED_BELOW_PROVISIONED_CONCURRENCY: Rule = {
  id: 'ReservedBelowProvisionedConcurrency',
  rule: "be at least the sum of the provisioned concurrency of the function's aliases and versions",
  consequence: 'Lambda refuses a reserve that is "lower than function\'s total provisioned concurrency".',
  remedy: 'Raise `reservedConcurrentExecutions`, or lower `provisionedConcurrentExecutions`.',
  source: 'recorded from the service, PutProvisionedConcurrencyConfig',
};

export const TENANT_ID_MISSING: Rule = {
  id: 'TenantIdMissing',
  rule: 'be given for a function with tenant isolation',
  consequence: 'Lambda refuses to invoke such a function without a tenant id, synchronously or not.',
  remedy: 'Pass the id of the tenant that the invocation is for.',
  source: 'AWS Lambda developer guide, "Tenant isolation"',
};

export const TENANT_ISOLATION_CONFLICT: Rule = {
  id: 'TenantIsolationConflict',
  rule: 'be left out for a function with tenant isolation',
  consequence: 'Lambda does not combine tenant isolation with function URLs, provisioned concurrency or SnapStart.',
  remedy: 'Invoke the function by API or through API Gateway, without provisioned concurrency and SnapStart.',
  source: 'AWS Lambda developer guide, "Tenant isolation"',
};

export const TENANT_ISOLATED_DESTINATION: Rule = {
  id: 'TenantIsolatedDestination',
  rule: 'be a function without tenant isolation',
  consequence: 'A function with tenant isolation has to be invoked with a tenant id, and a destination passes none on.',
  remedy: 'Send to a queue or bus, and invoke the function with a tenant id from there.',
  source: 'AWS Lambda developer guide, "Tenant isolation"',
};
