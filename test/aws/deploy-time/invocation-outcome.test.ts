import { App, Duration, Lazy, Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { invocation, invocations, permissionsOf, permissionsOnOwnStack } from './fixture';
import { AsyncAlias, AsyncInvokeChecks, DeployTimeInvocation, InvocationType, type DeployTimeInvocationProps } from '../../../lib';
import { agnosticStack, configs, errorOf, fn, messages, resources } from '../fixture';
import { synth } from '../validated';

function awaited(stack: Stack, props: Partial<DeployTimeInvocationProps> = {}): DeployTimeInvocation {
  return new DeployTimeInvocation(stack, 'Smoke', {
    function: props.function ?? fn(stack), invocationType: InvocationType.EVENT, awaitOutcome: true, ...props,
  });
}

describe('an awaited event', () => {
  const stack = agnosticStack();
  const made = fn(stack);
  awaited(stack, { function: made });
  const [queueId] = Object.keys(resources(stack, 'AWS::SQS::Queue'));
  const [[aliasId, alias]] = Object.entries(resources(stack, 'AWS::Lambda::Alias'));
  const [version] = Object.keys(resources(stack, 'AWS::Lambda::Version'));

  test('goes to an alias of its own for the current version', () => {
    expect(alias.Properties).toMatchObject({ FunctionVersion: { 'Fn::GetAtt': [version, 'Version'] }, Name: expect.stringMatching(/^deploy-time-[0-9a-f]{8}$/) });
    expect(invocation(stack)).toMatchObject({ FunctionName: { Ref: aliasId }, InvocationType: 'Event', Triggers: { '@handler': { Ref: version } } });
  });

  test('reports success and failure to a queue of the invocation', () => {
    const destination = { Destination: { 'Fn::GetAtt': [queueId, 'Arn'] } };

    const [config] = Object.entries(configs(stack)).filter(([id]) => id.startsWith('Smoke'));

    expect(config[1].Properties).toMatchObject({
      DestinationConfig: { OnSuccess: destination, OnFailure: destination },
      Qualifier: alias.Properties.Name,
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 300,
    });
    expect(invocation(stack).Outcome).toEqual({ QueueUrl: { Ref: queueId } });
  });

  test('has a queue that is encrypted, accepts TLS only, and is deleted with the stack', () => {
    expect(resources(stack, 'AWS::SQS::Queue')[queueId]).toMatchObject({ Properties: { SqsManagedSseEnabled: true }, DeletionPolicy: 'Delete' });
    expect(JSON.stringify(Object.values(resources(stack, 'AWS::SQS::QueuePolicy')))).toContain('"aws:SecureTransport":"false"');
  });

  test('waits for its config', () => {
    const [configId] = Object.keys(configs(stack)).filter(id => id.startsWith('Smoke'));

    expect(Object.values(invocations(stack))[0].DependsOn).toContain(configId);
  });

  test('has exactly the permissions that it needs', () => {
    expect(permissionsOf(stack, 'Smoke')).toEqual([
      { Action: 'lambda:InvokeFunction', Resource: { Ref: aliasId } },
      { Action: 'lambda:GetFunctionEventInvokeConfig', Resource: [stack.resolve(made.functionArn), { Ref: aliasId }] },
      { Action: ['sqs:DeleteMessage', 'sqs:ReceiveMessage'], Resource: { 'Fn::GetAtt': [queueId, 'Arn'] } },
    ]);
    expect(permissionsOnOwnStack(stack)).toEqual([{ Action: 'cloudformation:DescribeStacks', Resource: { Ref: 'AWS::StackId' } }]);
  });

  test('needs permissions of the assumed role; the handler only receives records', () => {
    const theirs = agnosticStack();
    awaited(theirs, { assumedRole: iam.Role.fromRoleArn(theirs, 'Role', 'arn:aws:iam::222222222222:role/deployer') });

    expect(permissionsOf(theirs, 'Smoke')).toEqual([
      { Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::222222222222:role/deployer' },
      { Action: ['sqs:DeleteMessage', 'sqs:ReceiveMessage'], Resource: { 'Fn::GetAtt': [Object.keys(resources(theirs, 'AWS::SQS::Queue'))[0], 'Arn'] } },
    ]);
  });

  test('has no warnings', () => {
    expect(messages(stack)).toEqual([]);
  });

  test('has a response', () => {
    const call = awaited(agnosticStack());

    expect(() => [call.getResponse('a'), call.executedVersion]).not.toThrow();
  });
});

test('each invocation has its own alias and queue', () => {
  const stack = agnosticStack();
  const made = fn(stack);
  ['One', 'Other'].forEach(id => new DeployTimeInvocation(stack, id, { function: made, invocationType: InvocationType.EVENT, awaitOutcome: true }));
  const names = Object.values(resources(stack, 'AWS::Lambda::Alias')).map(({ Properties }) => Properties.Name);

  expect(new Set(names).size).toBe(2);
  expect(Object.keys(resources(stack, 'AWS::SQS::Queue'))).toHaveLength(2);
});

test.each([
  ['a version', (made: lambda.Function) => made.currentVersion],
  ['an alias', (made: lambda.Function) => made.addAlias('live')],
])('the version of %s is tried', (_, target) => {
  const stack = agnosticStack();
  awaited(stack, { function: target(fn(stack)) });
  const [version] = Object.keys(resources(stack, 'AWS::Lambda::Version'));

  expect(Object.values(resources(stack, 'AWS::Lambda::Alias')).map(({ Properties }) => Properties.FunctionVersion))
    .toEqual(expect.arrayContaining([{ 'Fn::GetAtt': [version, 'Version'] }]));
});

describe('the longest time', () => {
  const times = (props: Partial<DeployTimeInvocationProps>, timeout: number) => {
    const stack = agnosticStack();
    awaited(stack, { ...props, function: fn(stack, 'Fn', { timeout: Duration.seconds(timeout) }) });
    const { InvocationTimeout, ServiceTimeout } = invocation(stack);
    const age = Object.values(configs(stack)).map(({ Properties }) => Properties.MaximumEventAgeInSeconds)[0];
    return { age, InvocationTimeout, ServiceTimeout };
  };

  test.each([
    ['its age and its run, and the record on its way', {}, 10, { age: 300, InvocationTimeout: '370', ServiceTimeout: '1920' }],
    ['also for the longest function', {}, 900, { age: 300, InvocationTimeout: '1260', ServiceTimeout: '2880' }],
    ['with all the retries asked for', { retryAttempts: 2 }, 900, { age: 1980, InvocationTimeout: '2940', ServiceTimeout: '3600' }],
    ['with the age asked for', { maxEventAge: Duration.minutes(1) }, 10, { age: 60, InvocationTimeout: '130', ServiceTimeout: '960' }],
    ['up to an hour', { maxEventAge: Duration.seconds(2889) }, 10, { age: 2889, InvocationTimeout: '2959', ServiceTimeout: '3600' }],
  ])('is %s', (_, props, timeout, expected) => {
    expect(times(props, timeout)).toEqual(expected);
  });

  test('is refused beyond the time that CloudFormation waits', () => {
    expect(errorOf(() => times({ maxEventAge: Duration.seconds(2890) }, 10))).toBe(
      '`awaitOutcome` must be known within the 3600 seconds that CloudFormation waits, got: up to 3601 seconds for `maxEventAge` 2890 and runs of 10 seconds. ' +
      'The deployment fails while the event can still succeed. ' +
      'Lower `maxEventAge` or `retryAttempts` of the outcome, or the timeout of the function. [Stack/Smoke]');
  });

  test('counts the longest age for a token', () => {
    expect(errorOf(() => times({ maxEventAge: Duration.seconds(Lazy.number({ produce: () => 60 })) }, 10))).toContain('got: up to 22311 seconds for `maxEventAge` 21600, the most that a token can be, and runs of 10 seconds. ');
  });
});

describe('`awaitOutcome` is refused', () => {
  const foreign = (path: string) =>
    `\`function\` must be declared in the same stack when its outcome is awaited, got: ${path}. ` +
    'The construct makes an alias, a config and a permission for the deployment: they must be in the stack of the function. ' +
    'Declare the invocation in the stack of the function, or use `InvocationType.REQUEST_RESPONSE`. [Stack/Smoke]';

  test('for an imported function', () => {
    const stack = agnosticStack();

    expect(errorOf(() => awaited(stack, { function: lambda.Function.fromFunctionName(stack, 'Theirs', 'theirs') }))).toBe(foreign('Stack/Theirs'));
  });

  test('for a function of another stack', () => {
    const app = new App();
    const made = fn(new Stack(app, 'Elsewhere'));

    expect(errorOf(() => awaited(new Stack(app, 'Stack'), { function: made }))).toBe(foreign('Elsewhere/Fn/CurrentVersion'));
  });

  test('for a durable function', () => {
    const stack = agnosticStack();

    expect(errorOf(() => awaited(stack, { function: fn(stack, 'Durable', { durableConfig: { executionTimeout: Duration.minutes(5) } }) }))).toBe(
      '`function` must not be a durable function when its outcome is awaited, got: Stack/Durable/CurrentVersion. ' +
      'Durable functions support no destinations, so no record reports the outcome. ' +
      'Use `InvocationType.REQUEST_RESPONSE`, or a function that is not durable. [Stack/Smoke]');
  });

  test('for a function whose role accepts no policies', () => {
    const stack = agnosticStack();
    const role = iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111111111111:role/theirs', { mutable: false });

    expect(errorOf(() => awaited(stack, { function: fn(stack, 'Fn', { role }) }))).toBe(
      '`awaitOutcome` must be left out unless the role of the function accepts permissions, ' +
      'got: sqs:SendMessage for a role that takes no policies, Stack/Role. ' +
      'When the config is put, Lambda checks that the role may send records to the queue of the construct: the deployment fails. ' +
      'Give the function a role that accepts policies, or use `InvocationType.REQUEST_RESPONSE`. [Stack/Smoke]');
  });

  test('with `timeout`, which follows from other settings', () => {
    expect(errorOf(() => awaited(agnosticStack(), { timeout: Duration.minutes(1) })))
      .toContain('`timeout` must be left out unless the invocation is synchronous, got: one for Event.');
  });

  test('with settings that Lambda would refuse', () => {
    expect(errorOf(() => awaited(agnosticStack(), { retryAttempts: 3 })))
      .toBe('`retryAttempts` must be an integer between 0 and 2, got: 3. Lambda refuses other values: the deployment fails. Leave it out for the default, or retry failed events from their destination. [Stack/Smoke/Outcome/AsyncInvokeConfig]');
  });
});

test.each([true, false])('an alias with its config can wait for the outcome, be it declared before the invocation: %s', before => {
  const stack = agnosticStack();
  const made = fn(stack);
  const live = () => new AsyncAlias(stack, 'Live', { function: made, configureLatest: false });
  const declared = before ? live() : undefined;
  const smoke = awaited(stack, { function: made });
  smoke.executeBefore(declared ?? live());
  const idOf = (prefix: string, type: string) => Object.keys(resources(stack, type)).find(id => id.startsWith(prefix))!;
  const [outcome, ours, call] = [
    idOf('Smoke', 'AWS::Lambda::EventInvokeConfig'), idOf('Live', 'AWS::Lambda::EventInvokeConfig'), idOf('Smoke', 'Custom::LambdaDeployTimeInvocation'),
  ];

  expect(invocations(stack)[call].DependsOn).toContain(outcome);
  expect(configs(stack)[ours].DependsOn).toContain(call);
  expect(configs(stack)[outcome].DependsOn).not.toContain(ours);
  expect(() => Template.fromStack(stack)).not.toThrow();
});

test('accepts `$LATEST`, without the warning for its alias', () => {
  const stack = agnosticStack();
  Validations.of(stack.node.root).addPlugins(new AsyncInvokeChecks({ strict: true }));
  new DeployTimeInvocation(stack, 'Smoke', { function: fn(stack).latestVersion, invocationType: InvocationType.EVENT, awaitOutcome: true });

  expect(synth(stack.node.root as App)).toMatchObject({ failed: false });
});
