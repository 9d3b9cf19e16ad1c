import {
  ACTION,
  LATEST_PERMISSION,
  PERMISSION_FUNCTION_REFERENCE,
  PRINCIPAL_ORG_ID,
  RESOURCE_POLICY,
  SOURCE_ACCOUNT,
  STATEMENT_ID,
} from '../../../lib/constraints/aws-lambda/permission';
import { broken } from '../../../lib/constraints/rule';
import { violation } from '../../../lib/constraints/violation';

test.each([
  [STATEMENT_ID, 's'],
  [STATEMENT_ID, 's'.repeat(100)],
  [ACTION, '*'],
  [ACTION, 'lambda:*'],
  [ACTION, 'lambda:InvokeFunction'],
  [ACTION, 'lambda:'.padEnd(256, 'A')],
  [SOURCE_ACCOUNT, '123456789012'],
  [PRINCIPAL_ORG_ID, 'o-a1b2c3d4e5'],
  [PRINCIPAL_ORG_ID, 'o-'.padEnd(34, 'a')],
  [PERMISSION_FUNCTION_REFERENCE, 'f'.repeat(140)],
])('$property accepts %p', (constraint, value) => {
  expect(violation(constraint, value)).toBeUndefined();
});

const STATEMENT_IDS = '`statementId` must be 1 to 100 characters: letters, digits, hyphens and underscores';
const ACTIONS = '`action` must be 1 to 256 characters: an action of Lambda, e.g. lambda:InvokeFunction';
const ACCOUNTS = '`sourceAccount` must be 12 characters: digits';
const ORGANIZATIONS = '`principalOrgId` must be 12 to 34 characters: "o-" and 10 to 32 lower-case letters or digits';

test.each([
  [STATEMENT_ID, '', `${STATEMENT_IDS}, got: ""`],
  [STATEMENT_ID, 'a.b', `${STATEMENT_IDS}, got: "a.b"`],
  [STATEMENT_ID, 's'.repeat(101), `${STATEMENT_IDS}, got: "${'s'.repeat(100)}"… (101 characters)`],
  [ACTION, '', `${ACTIONS}, got: ""`],
  [ACTION, 's3:PutObject', `${ACTIONS}, got: "s3:PutObject"`],
  [ACTION, 'lambda:Invoke*', `${ACTIONS}, got: "lambda:Invoke*"`],
  [ACTION, 'lambda:'.padEnd(257, 'A'), `${ACTIONS}, got: "${'lambda:'.padEnd(100, 'A')}"… (257 characters)`],
  [SOURCE_ACCOUNT, '12345678901', `${ACCOUNTS}, got: "12345678901"`],
  [SOURCE_ACCOUNT, '1234567890123', `${ACCOUNTS}, got: "1234567890123" (13 characters)`],
  [SOURCE_ACCOUNT, '12345678901a', `${ACCOUNTS}, got: "12345678901a"`],
  [PRINCIPAL_ORG_ID, 'o-a1b2c3d4e', `${ORGANIZATIONS}, got: "o-a1b2c3d4e"`],
  [PRINCIPAL_ORG_ID, 'o-A1B2C3D4E5', `${ORGANIZATIONS}, got: "o-A1B2C3D4E5"`],
  [PRINCIPAL_ORG_ID, 'o-'.padEnd(35, 'a'), `${ORGANIZATIONS}, got: "${'o-'.padEnd(35, 'a')}" (35 characters)`],
])('$property refuses %p', (constraint, value, message) => {
  expect(violation(constraint, value)).toBe(message);
});

test('a permission names its function with 140 characters, for CloudFormation', () => {
  expect(violation(PERMISSION_FUNCTION_REFERENCE, 'f'.repeat(141))).toContain('must be 1 to 140 characters');
});

test('a policy has 20 KB', () => {
  expect(violation(RESOURCE_POLICY, 'p'.repeat(20_480))).toBeUndefined();
  expect(violation(RESOURCE_POLICY, 'p'.repeat(20_481))).toBe('`policy` must be at most 20480 bytes, got: 20481 bytes');
});

test('a permission on `$LATEST` is refused in the words of the service', () => {
  expect(broken(LATEST_PERMISSION, 'function', 'Stack/Fn')).toBe(
    '`function` must not be granted on `$LATEST`, got: Stack/Fn. ' +
    'Lambda refuses it: "We currently do not support adding policies for $LATEST." ' +
    'Grant on the function itself, or on an alias or version.',
  );
});
