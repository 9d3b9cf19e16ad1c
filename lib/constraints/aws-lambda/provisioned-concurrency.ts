import { ALIAS_ROUTING, ALIAS_VERSION } from './alias';
import { RESERVED_BELOW_PROVISIONED } from './recordings';
import type { NumberConstraint } from '../constraint';
import { reported } from '../reported';
import type { Rule } from '../rule';

/** The id of the findings about provisioned concurrency. */
const PROVISIONED_CONCURRENCY = 'ProvisionedConcurrency';

/** The number of environments that an alias or version keeps ready. */
export const PROVISIONED_CONCURRENT_EXECUTIONS = reported<NumberConstraint>({
  kind: 'number',
  property: 'provisionedConcurrentExecutions',
  parameter: 'ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions',
  min: 1,
  max: Number.MAX_SAFE_INTEGER,
  integer: true,
  source: 'AWS Lambda API reference, PutProvisionedConcurrencyConfig',
  note: "The upper bound is the account's quota.",
}, {
  id: PROVISIONED_CONCURRENCY,
  consequence: 'Lambda refuses other values: the deployment fails.',
  remedy: 'Give the number of environments to keep ready, or leave it out for none.',
  evidence: { grade: 'documented', says: 'The API model has the minimum 1.' },
});

const PARAMETER = PROVISIONED_CONCURRENT_EXECUTIONS.parameter;

export const PROVISIONED_LATEST: Rule = {
  id: PROVISIONED_CONCURRENCY,
  parameter: ALIAS_VERSION.parameter,
  rule: 'be a published version for provisioned concurrency',
  consequence: 'Lambda refuses provisioned concurrency on `$LATEST`: the deployment fails.',
  remedy: 'Use `currentVersion` of the function, or leave out the provisioned concurrency.',
  source: 'AWS Lambda API reference, PutProvisionedConcurrencyConfig',
  evidence: { grade: 'documented', says: 'Provisioned concurrency is for published versions and aliases.' },
};

export const PROVISIONED_WEIGHTED_ALIAS: Rule = {
  id: ALIAS_ROUTING,
  parameter: PARAMETER,
  rule: 'be left out for an alias with additional versions',
  consequence: 'Lambda refuses it: "Alias with weights can not be used with Provisioned Concurrency".',
  remedy: 'Leave out `additionalVersions`, or the provisioned concurrency.',
  source: 'AWS Lambda, PutProvisionedConcurrencyConfig, as its users report it',
  evidence: {
    grade: 'derived',
    from: ['Terraform users report the answer "InvalidParameterValueException: Alias with weights can not be used with Provisioned Concurrency" (hashicorp/terraform, issue 24957).'],
  },
};

export const PROVISIONED_SNAP_START: Rule = {
  id: PROVISIONED_CONCURRENCY,
  parameter: PARAMETER,
  rule: 'be left out for a function with SnapStart',
  consequence: 'Lambda does not combine SnapStart with provisioned concurrency: the deployment fails.',
  remedy: 'Leave out the provisioned concurrency, or remove `snapStart` from the function.',
  source: 'AWS Lambda developer guide, "Improving startup performance with Lambda SnapStart"',
  evidence: { grade: 'documented', says: 'SnapStart does not support provisioned concurrency.' },
};

export const PROVISIONED_TENANT_ISOLATION: Rule = {
  id: PROVISIONED_CONCURRENCY,
  parameter: PARAMETER,
  rule: 'be left out for a function with tenant isolation',
  consequence: 'Lambda does not combine tenant isolation with provisioned concurrency: the deployment fails.',
  remedy: 'Leave out the provisioned concurrency.',
  source: 'AWS Lambda developer guide, "Tenant isolation"',
  evidence: { grade: 'documented', says: 'Tenant isolation does not support provisioned concurrency.' },
};

export const PROVISIONED_TWICE: Rule = {
  id: PROVISIONED_CONCURRENCY,
  parameter: PARAMETER,
  rule: 'be left out if the version has provisioned concurrency already, of its own or by another alias',
  consequence: 'Lambda allows one provisioned concurrency configuration for each version: the deployment fails.',
  remedy: 'Set it in one place.',
  source: 'AWS Lambda developer guide, "Configuring provisioned concurrency for a function"',
  evidence: { grade: 'documented', says: 'A version has one provisioned concurrency configuration at most, its own or that of an alias.' },
};

export const PROVISIONED_ABOVE_RESERVED: Rule = {
  id: PROVISIONED_CONCURRENCY,
  parameter: PARAMETER,
  rule: "be at most the function's reserved concurrency",
  consequence: 'Lambda refuses a reserve that is "lower than function\'s total provisioned concurrency".',
  remedy: 'Raise `reservedConcurrentExecutions` of the function, or lower the provisioned concurrency.',
  source: 'recorded from the service, PutFunctionConcurrency',
  evidence: { grade: 'recorded', recordings: [RESERVED_BELOW_PROVISIONED] },
};
