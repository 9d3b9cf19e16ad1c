import * as rules from '../../../lib/constraints/aws-lambda/provisioned-concurrency';
import { broken } from '../../../lib/constraints/rule';
import { violation } from '../../../lib/constraints/violation';

const PROPERTY = 'provisionedConcurrentExecutions';

test.each([
  [rules.PROVISIONED_WEIGHTED_ALIAS, '`provisionedConcurrentExecutions` must be left out for an alias with additional versions, got: 1. ' +
    'Lambda refuses it: "Alias with weights can not be used with Provisioned Concurrency". Leave out `additionalVersions`, or the provisioned concurrency.'],
  [rules.PROVISIONED_SNAP_START, '`provisionedConcurrentExecutions` must be left out for a function with SnapStart, got: 1. ' +
    'Lambda does not combine SnapStart with provisioned concurrency: the deployment fails. Leave out the provisioned concurrency, or remove `snapStart` from the function.'],
  [rules.PROVISIONED_TENANT_ISOLATION, '`provisionedConcurrentExecutions` must be left out for a function with tenant isolation, got: 1. ' +
    'Lambda does not combine tenant isolation with provisioned concurrency: the deployment fails. Leave out the provisioned concurrency.'],
  [rules.PROVISIONED_TWICE, '`provisionedConcurrentExecutions` must be left out if the version has provisioned concurrency already, of its own or by another alias, got: 1. ' +
    'Lambda allows one provisioned concurrency configuration for each version: the deployment fails. Set it in one place.'],
  [rules.PROVISIONED_ABOVE_RESERVED, "`provisionedConcurrentExecutions` must be at most the function's reserved concurrency, got: 1. " +
    'Lambda refuses a reserve that is "lower than function\'s total provisioned concurrency". Raise `reservedConcurrentExecutions` of the function, or lower the provisioned concurrency.'],
])('$rule: says what Lambda does not combine, and the way out', (rule, message) => {
  expect(broken(rule, PROPERTY, '1')).toBe(message);
});

test.each([1, 1000])('%p is a provisioned concurrency', value => {
  expect(violation(rules.PROVISIONED_CONCURRENT_EXECUTIONS, value)).toBeUndefined();
});

test.each([0, -1, 1.5, NaN])('refuses %p', value => {
  expect(violation(rules.PROVISIONED_CONCURRENT_EXECUTIONS, value)).toBe(`\`provisionedConcurrentExecutions\` must be an integer of at least 1, got: ${value}`);
});

test('provisioned concurrency on `$LATEST` is refused with the way out', () => {
  expect(broken(rules.PROVISIONED_LATEST, 'version', '$LATEST')).toBe(
    '`version` must be a published version for provisioned concurrency, got: $LATEST. ' +
    'Lambda refuses provisioned concurrency on `$LATEST`: the deployment fails. ' +
    'Use `currentVersion` of the function, or leave out the provisioned concurrency.',
  );
});
