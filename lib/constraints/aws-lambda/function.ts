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
};

/** The timeout of a function on Lambda Managed Instances, for asynchronous and event source invocations. */
export const MANAGED_INSTANCES_TIMEOUT: NumberConstraint = {
  ...TIMEOUT,
  max: 5400,
  source: 'AWS Lambda API model, 2026-06-18',
};

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

export const RECURSIVE_LOOP: ChoiceConstraint = {
  kind: 'choice',
  property: 'recursiveLoop',
  parameter: 'RecursiveLoop',
  values: ['Terminate', 'Allow'],
  source: 'AWS Lambda API reference, PutFunctionRecursionConfig',
};

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
  rule: 'be a version or alias of a durable function, or its `$LATEST` by name',
  consequence: 'Lambda refuses to invoke a durable function by its unqualified name or ARN.',
  remedy: 'Use an alias or `currentVersion` of the function.',
  source: 'AWS Lambda developer guide, "Invoking Lambda durable functions"',
};

export const TENANT_ISOLATED_DESTINATION: Rule = {
  id: 'TenantIsolatedDestination',
  rule: 'be a function without tenant isolation',
  consequence: 'A function with tenant isolation has to be invoked with a tenant id, and a destination passes none on.',
  remedy: 'Send to a queue or bus, and invoke the function with a tenant id from there.',
  source: 'AWS Lambda developer guide, "Tenant isolation"',
};
