import type { NumberConstraint, TextConstraint } from '../constraint';
import type { Rule } from '../rule';

/** A version in the version operations. */
export const VERSION: TextConstraint = {
  kind: 'text',
  property: 'version',
  parameter: 'Version',
  min: 1,
  max: 1024,
  pattern: '\\$LATEST|[0-9]+',
  grammar: 'a version number or `$LATEST`',
  source: 'AWS Lambda API model, 2026-07, Version',
};

/** The number of environments that an alias or version keeps ready. */
export const PROVISIONED_CONCURRENT_EXECUTIONS: NumberConstraint = {
  kind: 'number',
  property: 'provisionedConcurrentExecutions',
  parameter: 'ProvisionedConcurrentExecutions',
  min: 1,
  max: Number.MAX_SAFE_INTEGER,
  integer: true,
  source: 'AWS Lambda API reference, PutProvisionedConcurrencyConfig',
  note: "The upper bound is the account's quota.",
};

export const PROVISIONED_LATEST: Rule = {
  id: 'ProvisionedLatest',
  rule: 'be a published version or an alias of one',
  consequence: 'Lambda refuses provisioned concurrency on `$LATEST`: the deployment fails.',
  remedy: 'Set `provisionedConcurrentExecutions` on an alias or on `currentVersion` of the function.',
  source: 'AWS Lambda API reference, PutProvisionedConcurrencyConfig',
  evidence: { grade: 'documented', says: 'Provisioned concurrency is for published versions and aliases.' },
};
