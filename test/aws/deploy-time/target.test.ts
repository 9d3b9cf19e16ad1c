import { Lazy, type Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { configuredArns, deployTimeTarget, isUnqualified, permissions } from '../../../lib/aws/deploy-time/target';
import { agnosticStack, concreteStack, errorOf, fn, HERE } from '../fixture';

const THEIRS = 'arn:aws:lambda:us-east-1:222222222222:function:theirs';
const ROLE = 'arn:aws:iam::222222222222:role/deployer';

const imported = (stack: Stack, arn = THEIRS) => lambda.Function.fromFunctionArn(stack, 'Theirs', arn);
const role = (stack: Stack, arn = ROLE) => iam.Role.fromRoleArn(stack, 'Role', arn);

test('all names of a target have one identity; another qualifier or role has another', () => {
  const identity = (arn: string, assumed = false) => {
    const stack = concreteStack();
    return deployTimeTarget(stack, imported(stack, arn), { assumedRole: assumed ? role(stack) : undefined }).identity;
  };

  expect(identity(THEIRS)).toBe(identity(`${THEIRS}:$LATEST`));
  expect(new Set([identity(THEIRS), identity(`${THEIRS}:live`), identity(THEIRS, true)]).size).toBe(3);
});

test('the identity of a function of the app is its path', () => {
  const stack = agnosticStack();

  expect(deployTimeTarget(stack, fn(stack), {}).identity).toBe('Stack/Fn:$LATEST ');
});

test('`region` replaces the Region of the stack', () => {
  const stack = agnosticStack();
  const named = lambda.Function.fromFunctionName(stack, 'Named', 'named');

  expect(deployTimeTarget(stack, named, {}).properties.Region).toBeUndefined();
  expect(deployTimeTarget(stack, named, { region: HERE.region }).properties.Region).toBe(HERE.region);
});

test('only a function without alias, version or qualifier is unqualified', () => {
  const stack = agnosticStack();
  const made = fn(stack);
  const unqualified = (called: lambda.IFunction) => isUnqualified(called, deployTimeTarget(stack, called, {}));

  expect([made, made.latestVersion, made.currentVersion, made.addAlias('live'), imported(stack, `${THEIRS}:live`)].map(unqualified))
    .toEqual([true, false, false, false, false]);
});

test('permissions cover the function and its qualifier', () => {
  const stack = agnosticStack();
  const made = fn(stack);
  const arns = (called: lambda.IFunction) => configuredArns(deployTimeTarget(stack, called, {}));

  expect(arns(made)).toEqual([made.functionArn, `${made.functionArn}:$LATEST`]);
  expect(arns(made.latestVersion)).toEqual(arns(made));
  expect(arns(made.currentVersion)).toEqual([made.functionArn, made.currentVersion.functionArn]);
});

test('`assumedRole` replaces the permissions', () => {
  const stack = agnosticStack();
  const statement = new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [THEIRS] });

  expect(permissions({}, statement)).toEqual([statement]);
  expect(permissions({ assumedRole: role(stack) }, statement).map(made => made.toJSON()))
    .toEqual([{ Action: 'sts:AssumeRole', Effect: 'Allow', Resource: ROLE }]);
});

test('tokens are accepted', () => {
  const stack = agnosticStack();
  const token = Lazy.string({ produce: () => '!' });

  expect(() => deployTimeTarget(stack, fn(stack), { region: token, externalId: token, assumedRole: role(stack, token) })).not.toThrow();
});

test.each([
  ['arn:aws:iam::222222222222:user/deployer', '`assumedRole` must be 32 to 2048 characters: the ARN of a role, got: "arn:aws:iam::222222222222:user/deployer" [Stack]'],
  ['arn:aws:iam::2222:role/deployer', '`assumedRole` must be 32 to 2048 characters: the ARN of a role, got: "arn:aws:iam::2222:role/deployer" [Stack]'],
])('refuses a role ARN that is malformed: %s', (arn, message) => {
  const stack = concreteStack();
  const assumedRole = { roleArn: arn, node: stack.node } as iam.IRole;

  expect(errorOf(() => deployTimeTarget(stack, fn(stack), { assumedRole }))).toBe(message);
});
