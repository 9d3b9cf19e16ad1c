import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { permissionsOf } from './fixture';
import { AsyncInvokeConfig, AsyncInvokeConfigLookup, type AsyncInvokeConfigLookupProps } from '../../../lib';
import { agnosticStack, concreteStack, configs, errorOf, fn, HERE, resources } from '../fixture';

const THEIRS = `arn:aws:lambda:us-east-1:${HERE.account}:function:theirs`;

function lookUp(stack: Stack, props: Partial<AsyncInvokeConfigLookupProps> = {}): AsyncInvokeConfigLookup {
  return new AsyncInvokeConfigLookup(stack, 'Lookup', { function: props.function ?? lambda.Function.fromFunctionArn(stack, 'Theirs', `${THEIRS}:live`), ...props });
}

function lookup(stack: Stack): [id: string, properties: Record<string, unknown>] {
  const [[id, { Properties: { ServiceToken: _, ...rest } }]] = Object.entries(resources(stack, 'Custom::LambdaAsyncInvokeConfigLookup'));
  return [id, rest];
}

test('the handler may read exactly that function', () => {
  const stack = concreteStack();
  lookUp(stack);

  expect(lookup(stack)[1]).toEqual({ FunctionName: `${THEIRS}:live`, Region: 'us-east-1', ServiceTimeout: '960' });
  expect(permissionsOf(stack, 'Lookup')).toEqual([{
    Action: ['lambda:GetFunctionConfiguration', 'lambda:GetFunctionEventInvokeConfig'], Resource: [THEIRS, `${THEIRS}:live`],
  }]);
});

test('with `assumedRole`, the handler may only assume the role', () => {
  const stack = concreteStack();
  lookUp(stack, { assumedRole: iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::222222222222:role/reader') });

  expect(permissionsOf(stack, 'Lookup')).toEqual([{ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::222222222222:role/reader' }]);
});

test('every attribute of the config can be read', () => {
  const stack = concreteStack();
  const found = lookUp(stack);
  const [id] = lookup(stack);

  expect(stack.resolve([
    found.isConfiguredAsString, found.functionArn, found.maxEventAge.toSeconds(), found.retryAttempts,
    found.onFailure, found.onSuccess, found.lastModified,
  ])).toEqual(['IsConfigured', 'FunctionArn', 'MaximumEventAgeInSeconds', 'MaximumRetryAttempts', 'OnFailure', 'OnSuccess', 'LastModified']
    .map(name => ({ 'Fn::GetAtt': [id, name] })));
});

test('attributes can be passed to another config', () => {
  const stack = agnosticStack();
  const found = lookUp(stack);
  new AsyncInvokeConfig(stack, 'Same', { function: fn(stack), retryAttempts: found.retryAttempts, maxEventAge: found.maxEventAge });
  const [id] = lookup(stack);

  expect(configs(stack)[Object.keys(configs(stack)).find(name => name.startsWith('Same'))!].Properties).toMatchObject({
    MaximumEventAgeInSeconds: { 'Fn::GetAtt': [id, 'MaximumEventAgeInSeconds'] },
    MaximumRetryAttempts: { 'Fn::GetAtt': [id, 'MaximumRetryAttempts'] },
  });
});

test('it is read again only with `executeOnEveryDeployment`', () => {
  const refresh = (now: Duration, props: Partial<AsyncInvokeConfigLookupProps>) => {
    jest.useFakeTimers({ now: now.toMilliseconds() });
    const stack = concreteStack();
    lookUp(stack, props);
    jest.useRealTimers();
    return lookup(stack)[1].Refresh;
  };

  expect(refresh(Duration.seconds(1), {})).toBeUndefined();
  expect(refresh(Duration.seconds(1), { executeOnEveryDeployment: true })).toBe('1970-01-01T00:00:01.000Z');
  expect(refresh(Duration.seconds(2), { executeOnEveryDeployment: true })).toBe('1970-01-01T00:00:02.000Z');
});

test('refuses options that AWS would refuse', () => {
  expect(errorOf(() => lookUp(concreteStack(), { externalId: 'a' }))).toBe(
    '`externalId` must be 2 to 1224 characters: letters, digits and _ + = , . @ : / -, got: "a" [Stack/Lookup]\n' +
    '`externalId` must be left out when no role is assumed, got: one without `assumedRole`. ' +
    'An external id is sent only when a role is assumed. Give the role in `assumedRole`. [Stack/Lookup]');
});

test('refuses a reference to a secret', () => {
  const stack = agnosticStack();
  const theirs = lambda.Function.fromFunctionName(stack, 'Theirs', '{{resolve:ssm-secure:/orders:1}}');

  expect(errorOf(() => new AsyncInvokeConfigLookup(stack, 'Lookup', { function: theirs }))).toBe('`function` must not contain a reference to a secret, got: {{resolve:ssm-secure:…}}. '
    + 'CloudFormation resolves no secrets in custom resources: it passes the text of the reference on, and the deployment succeeds with it. '
    + 'Write the value itself, or refer to a plain parameter: `{{resolve:ssm:…}}`. [Stack/Lookup]');
});

test('refuses a function of another account without `assumedRole`', () => {
  const stack = concreteStack();
  const theirs = lambda.Function.fromFunctionArn(stack, 'Theirs', 'arn:aws:lambda:us-east-1:222222222222:function:theirs');

  expect(errorOf(() => lookUp(stack, { function: theirs }))).toBe(
    '`assumedRole` must be given for a function of another account, got: none for a function of 222222222222/us-east-1 in a stack of 111111111111/eu-west-1. ' +
    'Lambda lets only callers of its own account read or change the config of a function: the deployment fails. ' +
    'Give in `assumedRole` a role of that account that may do so and trusts the role of this construct. [Stack/Lookup]');
});
