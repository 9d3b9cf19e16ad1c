import { Duration, NestedStack, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AsyncAlias, AsyncDestination, AsyncInvokeConfig, type AsyncAliasProps } from '../../../lib';
import { agnosticStack, CODE, configs, errorOf, fn, messages, resources } from '../fixture';

const ALIAS = 'AWS::Lambda::Alias';

function aliasProperties(stack: Stack): Record<string, any> {
  return Object.values(resources(stack, ALIAS))[0].Properties;
}

describe('an alias by default', () => {
  const stack = agnosticStack();
  const made = fn(stack);
  const alias = new AsyncAlias(stack, 'Live', { function: made });

  test('is named live and points to the current version', () => {
    expect(aliasProperties(stack)).toEqual({
      FunctionName: { Ref: 'Fn9270CBC0' },
      FunctionVersion: { 'Fn::GetAtt': [expect.stringMatching(/^FnCurrentVersion17A89ABB/), 'Version'] },
      Name: 'live',
    });
  });

  test('keeps its logical ids', () => {
    const { Resources } = Template.fromStack(stack).toJSON();

    expect(Object.keys(Resources).filter(id => !id.startsWith('FnCurrentVersion'))).toEqual([
      'FnServiceRoleB9001A96', 'Fn9270CBC0', 'FnDestinationPolicyE4076F9C',
      'Live848578DF', 'LiveFailureQueueE3CD3F59', 'LiveFailureQueuePolicyA12B0B13', 'LiveAsyncInvokeConfigB223E628', 'LiveLatestAsyncInvokeConfigB5AA4D59',
    ]);
  });

  test('has a config, and `$LATEST` has the same', () => {
    const settings = {
      FunctionName: { Ref: 'Fn9270CBC0' },
      MaximumEventAgeInSeconds: 21600,
      MaximumRetryAttempts: 2,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': ['LiveFailureQueueE3CD3F59', 'Arn'] } },
        OnSuccess: { Destination: '' },
      },
    };

    expect(Object.values(configs(stack)).map(({ Properties }) => Properties)).toEqual([
      { ...settings, Qualifier: 'live' }, { ...settings, Qualifier: '$LATEST' },
    ]);
  });

  test('makes its configs wait for the policy, the alias and each other', () => {
    expect(Object.values(configs(stack)).map(({ DependsOn }) => DependsOn)).toEqual([
      ['FnDestinationPolicyE4076F9C', 'Live848578DF'], ['FnDestinationPolicyE4076F9C', 'LiveAsyncInvokeConfigB223E628'],
    ]);
  });

  test('is a `lambda.Alias`', () => {
    expect(alias).toBeInstanceOf(lambda.Alias);
    expect(alias.aliasName).toBe('live');
    expect(alias.failureQueue).toBeInstanceOf(sqs.Queue);
  });

  test('has no warnings', () => {
    expect(messages(stack)).toEqual([]);
  });
});

describe('the settings of an alias', () => {
  test('apply to the alias and to `$LATEST`', () => {
    const stack = agnosticStack();
    const queue = new sqs.Queue(stack, 'Queue');
    new AsyncAlias(stack, 'Live', {
      function: fn(stack),
      aliasName: 'prod',
      maxEventAge: Duration.hours(1),
      retryAttempts: 1,
      onFailure: AsyncDestination.queue(queue),
      onSuccess: AsyncDestination.bus(),
    });

    expect(Object.values(configs(stack)).map(({ Properties }) => Properties)).toEqual(['prod', '$LATEST'].map(Qualifier => ({
      FunctionName: { Ref: 'Fn9270CBC0' },
      Qualifier,
      MaximumEventAgeInSeconds: 3600,
      MaximumRetryAttempts: 1,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': ['Queue4A7E3555', 'Arn'] } },
        OnSuccess: { Destination: expect.objectContaining({ 'Fn::Join': expect.anything() }) },
      },
    })));
  });

  test.each([
    [true, ['live', '$LATEST']],
    [false, ['live']],
  ])('with `configureLatest: %p`', (configureLatest, qualifiers) => {
    const stack = agnosticStack();
    new AsyncAlias(stack, 'Live', { function: fn(stack), configureLatest });

    expect(Object.values(configs(stack)).map(({ Properties }) => Properties.Qualifier)).toEqual(qualifiers);
  });

  test('reach the alias itself', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    new AsyncAlias(stack, 'Live', {
      function: made,
      version: made.currentVersion,
      additionalVersions: [{ version: lambda.Version.fromVersionAttributes(stack, 'Seven', { lambda: made, version: '7' }), weight: 0.25 }],
      description: 'what callers call',
    });

    expect(aliasProperties(stack)).toMatchObject({
      Description: 'what callers call',
      RoutingConfig: { AdditionalVersionWeights: [{ FunctionVersion: '7', FunctionWeight: 0.25 }] },
    });
  });

  test('include provisioned concurrency', () => {
    const stack = agnosticStack();
    new AsyncAlias(stack, 'Live', { function: fn(stack), provisionedConcurrentExecutions: 3 });

    expect(aliasProperties(stack).ProvisionedConcurrencyConfig).toEqual({ ProvisionedConcurrentExecutions: 3 });
  });

  test('leave the permissions alone with `skipPermissions`', () => {
    const stack = agnosticStack();
    new AsyncAlias(stack, 'Live', { function: fn(stack), skipPermissions: true });

    expect(resources(stack, 'AWS::IAM::Policy')).toEqual({});
  });
});

describe('the failure queue', () => {
  test('is not created if `onFailure` is given', () => {
    const stack = agnosticStack();
    const alias = new AsyncAlias(stack, 'Live', { function: fn(stack), onFailure: AsyncDestination.bus() });

    expect(alias.failureQueue).toBeUndefined();
    Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 0);
  });

  test('is not created for `AsyncDestination.none()`, which needs no permission', () => {
    const stack = agnosticStack();
    const alias = new AsyncAlias(stack, 'Live', { function: fn(stack), onFailure: AsyncDestination.none() });

    expect(alias.failureQueue).toBeUndefined();
    expect(Object.values(configs(stack)).map(({ Properties }) => Properties.DestinationConfig.OnFailure)).toEqual([{ Destination: '' }, { Destination: '' }]);
    Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 0);
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 0);
  });

  test('is refused for a durable function, which cannot have destinations', () => {
    const stack = agnosticStack();
    const durable = fn(stack, 'Fn', { durableConfig: { executionTimeout: Duration.hours(1) } });

    expect(errorOf(() => new AsyncAlias(stack, 'Live', { function: durable }))).toBe(
      '`onFailure` must be left out for a durable function, got: a failure queue for Stack/Fn. Durable functions support a dead-letter queue, but no destinations. ' +
      'Set `onFailure: AsyncDestination.none()`, and `deadLetterQueue` on the function instead. [Stack/Live]',
    );
    expect(() => new AsyncAlias(stack, 'Next', { function: durable, onFailure: AsyncDestination.none() })).not.toThrow();
  });
});

describe('an alias is created for', () => {
  test.each<[string, (stack: Stack) => lambda.IFunction]>([
    ['a function from an image', stack => new lambda.DockerImageFunction(stack, 'Fn', {
      code: lambda.DockerImageCode.fromEcr(ecr.Repository.fromRepositoryName(stack, 'Repository', 'orders')),
    })],
    ['a singleton', stack => new lambda.SingletonFunction(stack, 'Fn', { ...CODE, uuid: 'orders' })],
    ['a function of a nested stack', stack => fn(new NestedStack(stack, 'Nested'))],
  ])('%s', (_, functionIn) => {
    const stack = agnosticStack();
    new AsyncAlias(stack, 'Live', { function: functionIn(stack) });

    expect(Object.values(configs(stack)).map(({ Properties }) => Properties.Qualifier)).toEqual(['live', '$LATEST']);
    expect(Object.values(resources(stack, 'AWS::IAM::Policy')).length).toBeGreaterThan(0);
  });

  test('a version: the alias points to it', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    new AsyncAlias(stack, 'Live', { function: lambda.Version.fromVersionAttributes(stack, 'Seven', { lambda: made, version: '7' }) });

    expect(aliasProperties(stack)).toMatchObject({ FunctionName: { Ref: 'Fn9270CBC0' }, FunctionVersion: '7' });
    expect(Object.values(configs(stack)).map(({ Properties }) => Properties.Qualifier)).toEqual(['live', '$LATEST']);
  });

  test('another alias: both point to the same version', () => {
    const stack = agnosticStack();
    const blue = fn(stack).addAlias('blue');
    new AsyncAlias(stack, 'Live', { function: blue });

    const [first, second] = Object.values(resources(stack, ALIAS)).map(({ Properties }) => Properties);
    expect(second).toEqual({ ...first, Name: 'live' });
  });

  test('an imported function and a version', () => {
    const stack = agnosticStack();
    const imported = lambda.Function.fromFunctionAttributes(stack, 'Fn', {
      functionArn: `arn:aws:lambda:${stack.region}:${stack.account}:function:orders`,
      role: iam.Role.fromRoleName(stack, 'Role', 'orders'),
    });
    new AsyncAlias(stack, 'Live', { function: imported, version: lambda.Version.fromVersionAttributes(stack, 'Seven', { lambda: imported, version: '7' }) });

    expect(Object.values(configs(stack)).map(({ Properties: { FunctionName, Qualifier } }) => [FunctionName, Qualifier])).toEqual([['orders', 'live'], ['orders', '$LATEST']]);
    expect(Object.values(resources(stack, 'AWS::IAM::Policy')).map(({ Properties }) => Properties.Roles)).toEqual([['orders']]);
  });

  test('no imported function without a version', () => {
    const stack = agnosticStack();
    const imported = lambda.Function.fromFunctionName(stack, 'Fn', 'orders');

    expect(errorOf(() => new AsyncAlias(stack, 'Live', { function: imported }))).toBe(
      '`version` must be given for a function that the app does not make, got: none for Stack/Fn. Import one with `Version.fromVersionAttributes`. [Stack/Live]',
    );
    expect(stack.node.tryFindChild('Live')).toBeUndefined();
  });
});

describe('auto scaling of provisioned concurrency', () => {
  const scaled = (props: (stack: Stack, made: lambda.Function) => Partial<AsyncAliasProps>, of: Partial<lambda.FunctionProps> = {}, options = {}) => {
    const stack = agnosticStack();
    const made = fn(stack, 'Fn', of);
    new AsyncAlias(stack, 'Live', { function: made, ...props(stack, made) }).addAutoScaling({ maxCapacity: 5, ...options });
    return Object.values(resources(stack, 'AWS::ApplicationAutoScaling::ScalableTarget')).map(({ Properties: { MinCapacity, MaxCapacity } }) => [MinCapacity, MaxCapacity]);
  };

  test('is that of aws-cdk-lib', () => {
    expect(scaled(() => ({}))).toEqual([[1, 5]]);
    expect(scaled(() => ({ provisionedConcurrentExecutions: 2 }), { reservedConcurrentExecutions: 2 }, { minCapacity: 2 })).toEqual([[2, 5]]);
  });

  test.each<[string, (stack: Stack, made: lambda.Function) => Partial<AsyncAliasProps>, Partial<lambda.FunctionProps>, object, string]>([
    ['beside weights', (stack, made) => ({ additionalVersions: [{ version: lambda.Version.fromVersionAttributes(stack, 'Seven', { lambda: made, version: '7' }), weight: 0.1 }] }), {}, {},
      '`addAutoScaling` must be left out for an alias with additional versions, got: 1 beside `additionalVersions`. '
      + 'Lambda refuses it: "Alias with weights can not be used with Provisioned Concurrency". Leave out `additionalVersions`, or the provisioned concurrency. [Stack/Live]'],
    ['for `$LATEST`', (_, made) => ({ version: made.latestVersion }), {}, {},
      '`version` must be a published version for provisioned concurrency, got: "$LATEST". Lambda refuses provisioned concurrency on `$LATEST`: the deployment fails. '
      + 'Use `currentVersion` of the function, or leave out the provisioned concurrency. [Stack/Live]'],
    ['with tenant isolation', () => ({}), { tenancyConfig: lambda.TenancyConfig.PER_TENANT }, {},
      '`addAutoScaling` must be left out for a function with tenant isolation, got: 1 for Stack/Fn. '
      + 'Lambda does not combine tenant isolation with provisioned concurrency: the deployment fails. Leave out the provisioned concurrency. [Stack/Live]'],
    ['above the reserve', () => ({}), { reservedConcurrentExecutions: 2 }, { minCapacity: 3 },
      '`addAutoScaling` must be at most the function\'s reserved concurrency, got: 3 for Stack/Fn, which has 2. '
      + 'Lambda refuses a reserve that is "lower than function\'s total provisioned concurrency". '
      + 'Raise `reservedConcurrentExecutions` of the function, or lower the provisioned concurrency. [Stack/Live]'],
  ])('is refused %s', (_, props, of, options, message) => {
    expect(errorOf(() => scaled(props, of, options))).toBe(message);
  });
});

describe('an alias that Lambda refuses', () => {
  test('is refused with all violations, before any construct is created', () => {
    const stack = agnosticStack();
    const made = fn(stack);

    expect(errorOf(() => new AsyncAlias(stack, 'Live', { function: made, aliasName: '42', description: 'a'.repeat(257), provisionedConcurrentExecutions: 0 }))).toBe([
      '`aliasName` must be 1 to 128 characters: letters, digits, hyphens and underscores, not all digits, got: "42". Lambda refuses anything else: the deployment fails. Give the alias another name, e.g. `v2024` instead of `2024`. [Stack/Live]',
      `\`description\` must be at most 256 characters, got: "${'a'.repeat(100)}"… (257 characters) [Stack/Live]`,
      '`provisionedConcurrentExecutions` must be an integer of at least 1, got: 0. Lambda refuses other values: the deployment fails. Give the number of environments to keep ready, or leave it out for none. [Stack/Live]',
    ].join('\n'));
    expect(stack.node.tryFindChild('Live')).toBeUndefined();
  });

  test('is refused for the ARN of something else', () => {
    const stack = agnosticStack();
    const queue = lambda.Function.fromFunctionArn(stack, 'Fn', 'arn:aws:sqs:eu-west-1:111111111111:orders');
    const version = lambda.Version.fromVersionAttributes(stack, 'Seven', { lambda: queue, version: '7' });

    expect(errorOf(() => new AsyncAlias(stack, 'Live', { function: queue, version }))).toBe(
      '`function` must be 1 to 256 characters: a function name, `account:function:name`, or a function ARN, with at most one qualifier, '
      + 'got: "arn:aws:sqs:eu-west-1:111111111111:orders". It is not the ARN of a function. [Stack/Live]',
    );
    expect(stack.node.tryFindChild('Live')).toBeUndefined();
  });

  test('is refused if `version` and the version given as `function` belong to different functions', () => {
    const stack = agnosticStack();
    const seven = lambda.Version.fromVersionAttributes(stack, 'Seven', { lambda: fn(stack), version: '7' });

    expect(errorOf(() => new AsyncAlias(stack, 'Live', { function: seven, version: fn(stack, 'Other').currentVersion }))).toBe(
      '`version` must be a version of `function`, got: Stack/Other/CurrentVersion for Stack/Fn [Stack/Live]',
    );
  });

  test('names the place of its config in the error', () => {
    const stack = agnosticStack();

    expect(errorOf(() => new AsyncAlias(stack, 'Live', { function: fn(stack), retryAttempts: 3 }))).toBe(
      '`retryAttempts` must be an integer between 0 and 2, got: 3. Lambda refuses other values: the deployment fails. Leave it out for the default, or retry failed events from their destination. [Stack/Live/AsyncInvokeConfig]',
    );
  });
});

describe('an alias of `$LATEST`', () => {
  const WARNING = '`version` must be a published version, got: "$LATEST". ' +
    'Lambda accepts `$LATEST` for an alias without weights, but the alias then changes with every change of the code, and you cannot roll it back. ' +
    'Use `currentVersion` of the function, or acknowledge this warning.';

  test('has a warning', () => {
    const stack = agnosticStack();
    new AsyncAlias(stack, 'Live', { function: fn(stack).latestVersion });

    expect(messages(stack)).toEqual([['/Stack/Live/Resource', WARNING]]);
  });
});

test('grants permissions on the alias', () => {
  const stack = agnosticStack();
  new AsyncAlias(stack, 'Live', { function: fn(stack) }).grantInvoke(new iam.ServicePrincipal('s3.amazonaws.com'));

  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Permission', { FunctionName: { Ref: Match.stringLikeRegexp('^Live') } });
});

test('an alias can be a destination and name its failure queue as another', () => {
  const stack = agnosticStack();
  const alias = new AsyncAlias(stack, 'Live', { function: fn(stack) });
  new AsyncInvokeConfig(stack, 'Config', { function: fn(stack, 'Other'), onSuccess: AsyncDestination.function(alias), onFailure: AsyncDestination.queue(alias.failureQueue!) });

  expect(() => Template.fromStack(stack)).not.toThrow();
});
