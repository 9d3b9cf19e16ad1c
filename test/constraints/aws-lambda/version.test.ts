import { PROVISIONED_CONCURRENT_EXECUTIONS, PROVISIONED_LATEST, VERSION } from '../../../lib/constraints/aws-lambda/version';
import { broken } from '../../../lib/constraints/rule';
import { violation } from '../../../lib/constraints/violation';

test.each(['1', '$LATEST', '1'.repeat(1024)])('%p is a version', version => {
  expect(violation(VERSION, version)).toBeUndefined();
});

test.each([['', '""'], ['live', '"live"'], ['$LATEST.PUBLISHED', '"$LATEST.PUBLISHED"'], ['$LATEST1', '"$LATEST1"'], ['1'.repeat(1025), `"${'1'.repeat(100)}"… (1025 characters)`]])('refuses %p', (version, got) => {
  expect(violation(VERSION, version)).toBe(`\`version\` must be 1 to 1024 characters: a version number or \`$LATEST\`, got: ${got}`);
});

test.each([1, 1000])('%p is a provisioned concurrency', value => {
  expect(violation(PROVISIONED_CONCURRENT_EXECUTIONS, value)).toBeUndefined();
});

test.each([0, -1, 1.5, NaN])('refuses %p', value => {
  expect(violation(PROVISIONED_CONCURRENT_EXECUTIONS, value)).toBe(`\`provisionedConcurrentExecutions\` must be an integer of at least 1, got: ${value}`);
});

test('provisioned concurrency on `$LATEST` is refused with the way out', () => {
  expect(broken(PROVISIONED_LATEST, 'version', '$LATEST')).toBe(
    '`version` must be a published version or an alias of one, got: $LATEST. ' +
    'Lambda refuses provisioned concurrency on `$LATEST`: the deployment fails. ' +
    'Set `provisionedConcurrentExecutions` on an alias or on `currentVersion` of the function.',
  );
});
