import { App, CfnOutput, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { permissionsOf, permissionsOnOwnStack } from './fixture';
import { AsyncDestination, AsyncInvokeConfig, ConfigOnDelete, DeployTimeAsyncInvokeConfig, type DeployTimeAsyncInvokeConfigProps } from '../../../lib';
import { agnosticStack, concreteStack, configs, errorOf, fn, HERE, resources, type TemplateResource } from '../fixture';

const THEIRS = `arn:aws:lambda:us-east-1:${HERE.account}:function:theirs`;
const SECRET = '{{resolve:ssm-secure:/orders:1}}';
const ACTIONS = [
  'lambda:DeleteFunctionEventInvokeConfig', 'lambda:GetFunctionEventInvokeConfig', 'lambda:PutFunctionEventInvokeConfig', 'lambda:GetFunctionConfiguration',
];


function put(stack: Stack, props: Partial<DeployTimeAsyncInvokeConfigProps> = {}, id = 'Config'): DeployTimeAsyncInvokeConfig {
  return new DeployTimeAsyncInvokeConfig(stack, id, { function: props.function ?? theirs(stack), retryAttempts: 0, ...props });
}

function theirs(stack: Stack, arn = THEIRS): lambda.IFunction {
  return lambda.Function.fromFunctionArn(stack, 'Theirs', arn);
}

function made(stack: Stack): Record<string, TemplateResource> {
  return resources(stack, 'Custom::LambdaAsyncInvokeConfig');
}

/** What the handler gets. */
function properties(stack: Stack): Record<string, unknown> {
  const [{ Properties: { ServiceToken: _, ...rest } }] = Object.values(made(stack));
  return rest;
}

describe('the handler gets', () => {
  test('the function by its ARN, and another Region', () => {
    const stack = concreteStack();
    put(stack);

    expect(properties(stack)).toEqual({
      FunctionName: THEIRS, Region: 'us-east-1', MaximumRetryAttempts: '0', Merge: 'false', OnDelete: 'RESTORE', ServiceTimeout: '960',
    });
  });

  test('all settings as text', () => {
    const stack = concreteStack();
    const queue = sqs.Queue.fromQueueArn(stack, 'Queue', `arn:aws:sqs:us-east-1:${HERE.account}:failed`);
    put(stack, {
      maxEventAge: Duration.hours(1),
      retryAttempts: 2,
      merge: true,
      onDelete: ConfigOnDelete.DELETE,
      skipPermissions: true,
      onFailure: AsyncDestination.queue(queue),
      onSuccess: AsyncDestination.none(),
    });

    expect(properties(stack)).toMatchObject({
      MaximumEventAgeInSeconds: '3600', MaximumRetryAttempts: '2', OnFailure: queue.queueArn, OnSuccess: '', Merge: 'true', OnDelete: 'DELETE',
    });
  });

  test('numbers that are tokens', () => {
    const stack = agnosticStack();
    const [age, retries] = ['Age', 'Retries'].map(id => new CfnParameter(stack, id, { type: 'Number' }).valueAsNumber);
    put(stack, { retryAttempts: retries, maxEventAge: Duration.seconds(age) });

    expect(properties(stack)).toMatchObject({ MaximumEventAgeInSeconds: { Ref: 'Age' }, MaximumRetryAttempts: { Ref: 'Retries' } });
  });

  test('only the permission to assume a role', () => {
    const stack = concreteStack();
    const assumedRole = iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::222222222222:role/deployer');
    put(stack, { function: theirs(stack, 'arn:aws:lambda:us-east-1:222222222222:function:theirs:live'), assumedRole, externalId: 'us' });

    expect(properties(stack)).toMatchObject({ AssumeRoleArn: 'arn:aws:iam::222222222222:role/deployer', ExternalId: 'us' });
    expect(permissionsOf(stack, 'Config')).toEqual([{ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::222222222222:role/deployer' }]);
  });
});

test('the handler may list the resources of its stack, also with `assumedRole`', () => {
  const stack = concreteStack();
  put(stack);
  put(stack, { function: lambda.Function.fromFunctionArn(stack, 'Other', THEIRS + '2'), assumedRole: iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::222222222222:role/deployer') }, 'Other2');

  expect(permissionsOnOwnStack(stack)).toEqual(['ListStackResources', 'DescribeStackEvents'].map(action => (
    { Action: `cloudformation:${action}`, Resource: { Ref: 'AWS::StackId' } })));
});

describe('its permissions are for exactly one function and qualifier:', () => {
  test.each([
    ['a function', theirs, [THEIRS, `${THEIRS}:$LATEST`]],
    ['an alias in the ARN', (stack: Stack) => theirs(stack, `${THEIRS}:live`), [THEIRS, `${THEIRS}:live`]],
    ['a version', (stack: Stack) => lambda.Version.fromVersionArn(stack, 'Version', `${THEIRS}:7`), [THEIRS, `${THEIRS}:7`]],
  ])('%s', (_, target, arns) => {
    const stack = concreteStack();
    put(stack, { function: target(stack) });

    expect(permissionsOf(stack, 'Config')).toEqual([{ Action: ACTIONS, Resource: arns }]);
  });

  test('an alias of the app', () => {
    const stack = agnosticStack();
    const function_ = fn(stack);
    const alias = function_.addAlias('live');
    const config = put(stack, { function: alias });

    expect([config.functionName, config.qualifier].map(name => stack.resolve(name))).toEqual([stack.resolve(function_.functionName), 'live']);
    expect(permissionsOf(stack, 'Config')).toEqual([{ Action: ACTIONS, Resource: [stack.resolve(function_.functionArn), stack.resolve(alias.functionArn)] }]);
  });

  test('an ARN that is a token', () => {
    const stack = agnosticStack();
    put(stack, { function: theirs(stack, new CfnParameter(stack, 'Arn').valueAsString) });
    const part = (index: number) => ({ 'Fn::Select': [index, { 'Fn::Split': [':', { Ref: 'Arn' }] }] });
    const bare = [0, 1, 2, 3, 4, 5, 6].map(part);

    expect(properties(stack)).toMatchObject({ FunctionName: { Ref: 'Arn' }, Region: part(3) });
    expect(permissionsOf(stack, 'Config')).toEqual([{
      Action: ACTIONS, Resource: [{ 'Fn::Join': [':', bare] }, { 'Fn::Join': ['', [{ 'Fn::Join': [':', bare] }, ':$LATEST']] }, { Ref: 'Arn' }],
    }]);
  });

  test('another target gets another policy, so the handler can still restore the old config', () => {
    const ids = ['live', 'next'].map(alias => {
      const stack = concreteStack();
      put(stack, { function: theirs(stack, `${THEIRS}:${alias}`) });
      return Object.keys(resources(stack, 'AWS::IAM::Policy')).find(id => id.startsWith('ConfigPermission'));
    });

    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe('destinations', () => {
  test('are granted to the role of a function of the app, before the config is created', () => {
    const stack = agnosticStack();
    const function_ = fn(stack);
    put(stack, { function: function_.latestVersion, onFailure: AsyncDestination.queue(new sqs.Queue(stack, 'Queue')) });
    const policy = Object.keys(resources(stack, 'AWS::IAM::Policy')).find(id => id.includes('DestinationPolicy'));

    expect(policy).toBeDefined();
    expect(Object.values(made(stack))[0].DependsOn).toContain(policy);
  });

  test('must be in the Region of the function, not of the stack', () => {
    const stack = concreteStack();
    const queue = (region: string) => AsyncDestination.queue(sqs.Queue.fromQueueArn(stack, region, `arn:aws:sqs:${region}:${HERE.account}:failed`));

    expect(() => put(stack, { onFailure: queue('us-east-1'), skipPermissions: true })).not.toThrow();
    expect(errorOf(() => put(stack, { function: theirs(new Stack(), THEIRS), onFailure: queue(HERE.region), skipPermissions: true }, 'Other')))
      .toContain(`\`onFailure\` must be in the function's Region and partition, got: "arn:aws:sqs:${HERE.region}:${HERE.account}:failed".`);
  });

  test('are refused for an unknown role', () => {
    const stack = concreteStack();
    const queue = sqs.Queue.fromQueueArn(stack, 'Queue', `arn:aws:sqs:us-east-1:${HERE.account}:failed`);

    expect(errorOf(() => put(stack, { onFailure: AsyncDestination.queue(queue) }))).toContain('`skipPermissions: true`');
  });
});

test('the settings in force can be read', () => {
  const stack = concreteStack();
  const config = put(stack);
  const [id] = Object.keys(made(stack));
  new CfnOutput(stack, 'Age', { value: String(config.maxEventAge.toSeconds()) });

  expect(stack.resolve([config.maxEventAge.toSeconds(), config.retryAttempts, config.onFailure, config.onSuccess]))
    .toEqual(['MaximumEventAgeInSeconds', 'MaximumRetryAttempts', 'OnFailure', 'OnSuccess'].map(name => ({ 'Fn::GetAtt': [id, name] })));
});

describe('it is refused', () => {
  test.each<[string, Partial<DeployTimeAsyncInvokeConfigProps>, string]>([
    ['without any setting', { retryAttempts: undefined }, '`props` must have at least one of `maxEventAge`, `retryAttempts`, `onFailure` and `onSuccess`, got: none of them.'],
    ['with settings out of range', { retryAttempts: 3 }, '`retryAttempts` must be an integer between 0 and 2, got: 3. Lambda refuses other values: the deployment fails. Leave it out for the default, or retry failed events from their destination. [Stack/Config]'],
    ['with a Region that is not that of the function', { region: 'eu-west-3' }, '`region` must be the Region of the function, got: "eu-west-3" for a function of "us-east-1".'],
  ])('%s', (_, props, message) => {
    expect(errorOf(() => put(concreteStack(), props))).toContain(message);
  });

  test('for an unknown `onDelete`', () => {
    expect(errorOf(() => put(concreteStack(), { onDelete: 'restore' as ConfigOnDelete }))).toBe('`onDelete` must be one of RESTORE, DELETE, RETAIN, got: "restore" [Stack/Config]');
  });

  test('for a function of another account without `assumedRole`', () => {
    const stack = concreteStack();

    expect(errorOf(() => put(stack, { function: theirs(stack, 'arn:aws:lambda:us-east-1:222222222222:function:theirs') }))).toBe(
      '`assumedRole` must be given for a function of another account, got: none for a function of 222222222222/us-east-1 in a stack of 111111111111/eu-west-1. ' +
      'Lambda lets only callers of its own account read or change the config of a function: the deployment fails. ' +
      'Give in `assumedRole` a role of that account that may do so and trusts the role of this construct. [Stack/Config]');
  });
});

test.each<[string, (stack: Stack) => Partial<DeployTimeAsyncInvokeConfigProps>]>([
  ['function', stack => ({ function: lambda.Function.fromFunctionName(stack, 'Theirs', SECRET) })],
  ['externalId', stack => ({ assumedRole: iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111111111111:role/deployer'), externalId: SECRET })],
  ['onFailure', () => ({ onFailure: { bind: () => ({ destination: SECRET }) } })],
  ['onSuccess', () => ({ onSuccess: { bind: () => ({ destination: `arn:aws:sqs:us-east-1:111111111111:${SECRET}` }) } })],
])('refuses a reference to a secret in `%s`', (property, propsIn) => {
  const stack = concreteStack();

  expect(errorOf(() => put(stack, { skipPermissions: true, ...propsIn(stack) }))).toBe(`\`${property}\` must not contain a reference to a secret, got: {{resolve:ssm-secure:…}}. `
    + 'CloudFormation resolves no secrets in custom resources: it passes the text of the reference on, and the deployment succeeds with it. '
    + 'Write the value itself, or refer to a plain parameter: `{{resolve:ssm:…}}`. [Stack/Config]');
});

describe('beside other configs of the app', () => {
  const twice = (names: string, last: string) => `Validation failed with the following errors:\n  [${last}] \`function\` must be configured once for each qualifier, got: ${names}. ` +
    'Lambda keeps one config for each qualifier: the later one overwrites the earlier, and deleting either deletes both. ' +
    'Remove all but one.';

  test.each<[string, (stack: Stack, function_: lambda.Function) => void]>([
    ['one of ours', (stack, function_) => new AsyncInvokeConfig(stack, 'Other', { function: function_, retryAttempts: 0 })],
    ['one by API', (stack, function_) => put(stack, { function: function_ }, 'Other')],
    ['a plain one', (stack, function_) => new lambda.CfnEventInvokeConfig(stack, 'Other', { functionName: function_.functionName, qualifier: '$LATEST' })],
  ])('it is refused with %s for the same function and qualifier', (_, declare) => {
    const stack = agnosticStack();
    const function_ = fn(stack);
    declare(stack, function_);
    put(stack, { function: function_ });

    expect(errorOf(() => (stack.node.root as App).synth())).toBe(twice('Stack/Other and Stack/Config for Stack/Fn:$LATEST', 'Stack/Config'));
  });

  test('two of them for one imported function are refused', () => {
    const stack = concreteStack();
    put(stack);
    put(stack, { function: lambda.Version.fromVersionArn(stack, 'Again', `${THEIRS}:$LATEST`) }, 'Other');

    expect(errorOf(() => (stack.node.root as App).synth())).toBe(twice(`Stack/Config and Stack/Other for ${HERE.account}/us-east-1/theirs:$LATEST`, 'Stack/Other'));
  });

  test('configs of other qualifiers wait for it, or it waits for them', () => {
    const stack = agnosticStack();
    const function_ = fn(stack);
    new AsyncInvokeConfig(stack, 'First', { function: function_, retryAttempts: 0 });
    put(stack, { function: function_.addAlias('blue') });
    new AsyncInvokeConfig(stack, 'Last', { function: function_.addAlias('green'), retryAttempts: 0 });
    const ours = Object.entries(configs(stack)).filter(([id]) => !id.startsWith('DeployTimeHandler'));
    const [[id, { DependsOn }]] = Object.entries(made(stack));

    expect(DependsOn).toContain(ours[0][0]);
    expect(ours[1][1].DependsOn).toContain(id);
    expect(() => Template.fromStack(stack)).not.toThrow();
  });
});
