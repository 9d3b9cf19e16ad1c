import { RESERVED_BELOW_PROVISIONED } from './recordings';
import type { Rule } from '../rule';

/** What Lambda does not combine with the provisioned concurrency of an alias. */

export const PROVISIONED_WEIGHTED_ALIAS: Rule = {
  id: 'ProvisionedWeightedAlias',
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
  id: 'ProvisionedSnapStart',
  rule: 'be left out for a function with SnapStart',
  consequence: 'Lambda does not combine SnapStart with provisioned concurrency: the deployment fails.',
  remedy: 'Leave out the provisioned concurrency, or remove `snapStart` from the function.',
  source: 'AWS Lambda developer guide, "Improving startup performance with Lambda SnapStart"',
  evidence: { grade: 'documented', says: 'SnapStart does not support provisioned concurrency.' },
};

export const PROVISIONED_TENANT_ISOLATION: Rule = {
  id: 'ProvisionedTenantIsolation',
  rule: 'be left out for a function with tenant isolation',
  consequence: 'Lambda does not combine tenant isolation with provisioned concurrency: the deployment fails.',
  remedy: 'Leave out the provisioned concurrency.',
  source: 'AWS Lambda developer guide, "Tenant isolation"',
  evidence: { grade: 'documented', says: 'Tenant isolation does not support provisioned concurrency.' },
};

export const PROVISIONED_TWICE: Rule = {
  id: 'ProvisionedTwice',
  rule: 'be left out if the version has provisioned concurrency already, of its own or by another alias',
  consequence: 'Lambda allows one provisioned concurrency configuration for each version: the deployment fails.',
  remedy: 'Set it in one place.',
  source: 'AWS Lambda developer guide, "Configuring provisioned concurrency for a function"',
  evidence: { grade: 'documented', says: 'A version has one provisioned concurrency configuration at most, its own or that of an alias.' },
};

export const PROVISIONED_ABOVE_RESERVED: Rule = {
  id: 'ProvisionedAboveReserved',
  rule: "be at most the function's reserved concurrency",
  consequence: 'Lambda refuses a reserve that is "lower than function\'s total provisioned concurrency".',
  remedy: 'Raise `reservedConcurrentExecutions` of the function, or lower the provisioned concurrency.',
  source: 'recorded from the service, PutFunctionConcurrency',
  evidence: { grade: 'recorded', recordings: [RESERVED_BELOW_PROVISIONED] },
};
