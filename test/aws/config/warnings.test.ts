import { App, Aspects, CfnParameter, Duration, Lazy, Size, Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { AsyncDestination, AsyncInvokeConfig, DeployTimeAsyncInvokeConfig, type AsyncInvokeConfigOptions, type DeployTimeAsyncInvokeConfigProps } from '../../../lib';
import { agnosticStack, concreteStack, fn, HERE, messages } from '../fixture';

/** The warnings at a config of a function. */
function warnings(options: AsyncInvokeConfigOptions, target: (scope: Stack) => lambda.IFunction = fn, stack = agnosticStack()): string[] {
  new AsyncInvokeConfig(stack, 'Config', { function: target(stack), ...options });
  const found = messages(stack);
  expect(found.map(([path]) => path)).toEqual(found.map(() => '/Stack/Config/Resource'));
  return found.map(([, message]) => message);
}

function queue(stack: Stack, props: sqs.QueueProps = {}): sqs.Queue {
  return new sqs.Queue(stack, 'Queue', props);
}

describe('an event age that is too short for the retries has a warning', () => {
  const tooShort = (got: string) => [
    `\`maxEventAge\` must leave time for the retries, got: ${got}. ` +
    'Lambda waits 60 seconds before the first retry and 120 before the second, and gives up an event that would be too old by then. ' +
    'Raise `maxEventAge`, or lower `retryAttempts` to the number of retries that fit.',
  ];
  const timeout = (seconds: number) => (stack: Stack) => fn(stack, 'Fn', { timeout: Duration.seconds(seconds) });

  test.each([
    [60, 0, 900, []],
    [69, 1, 10, tooShort('69 seconds for `retryAttempts` 1, which can take 70 seconds')],
    [70, 1, 10, []],
    [199, 2, 10, tooShort('199 seconds for `retryAttempts` 2, which can take 200 seconds')],
    [200, 2, 10, []],
  ])('%d seconds for %d retries of %d seconds', (age, retryAttempts, seconds, expected) => {
    expect(warnings({ maxEventAge: Duration.seconds(age), retryAttempts }, timeout(seconds))).toEqual(expected);
  });

  test.each([
    [62, tooShort('62 seconds for `retryAttempts` 1, which can take 63 seconds')],
    [63, []],
  ])('%d seconds, with the timeout that Lambda sets', (age, expected) => {
    expect(warnings({ maxEventAge: Duration.seconds(age), retryAttempts: 1 })).toEqual(expected);
  });

  test('for the default number of retries', () => {
    expect(warnings({ maxEventAge: Duration.seconds(60) })).toEqual(tooShort('60 seconds for `retryAttempts` 2, which can take 186 seconds'));
  });

  test.each([
    [60, 1, tooShort('60 seconds for `retryAttempts` 1, which take more than 60 seconds')],
    [61, 1, []],
    [180, 2, tooShort('180 seconds for `retryAttempts` 2, which take more than 180 seconds')],
    [181, 2, []],
  ])('%d seconds for %d retries of an imported function, whose timeout is not known', (age, retryAttempts, expected) => {
    const imported = (stack: Stack) => lambda.Function.fromFunctionName(stack, 'Fn', 'orders');

    expect(warnings({ maxEventAge: Duration.seconds(age), retryAttempts }, imported)).toEqual(expected);
  });

  test.each<[string, AsyncInvokeConfigOptions]>([
    ['age', { maxEventAge: Duration.seconds(Lazy.number({ produce: () => 60 })), retryAttempts: 2 }],
    ['number of retries', { maxEventAge: Duration.seconds(60), retryAttempts: Lazy.number({ produce: () => 2 }) }],
  ])('has no warning with %s that is a token', (_, options) => {
    expect(warnings(options)).toEqual([]);
  });

  test('with a timeout that is a token has a warning only if no timeout would do', () => {
    const unknown = (stack: Stack) => fn(stack, 'Fn', { timeout: Duration.seconds(new CfnParameter(stack, 'Timeout', { type: 'Number' }).valueAsNumber) });

    expect(warnings({ maxEventAge: Duration.seconds(61), retryAttempts: 1 }, unknown)).toEqual([]);
    expect(warnings({ maxEventAge: Duration.seconds(60), retryAttempts: 1 }, unknown)).toHaveLength(1);
  });
});

describe('a reserved concurrency', () => {
  test('of 0 has a warning', () => {
    expect(warnings({ retryAttempts: 0 }, stack => fn(stack, 'Fn', { reservedConcurrentExecutions: 0 }).addAlias('live'))).toEqual([
      '`reservedConcurrentExecutions` must not be 0 for a function that is invoked asynchronously, got: 0 at Stack/Fn. ' +
      'Lambda accepts each event but never runs the function: the event goes to the failure destination, or is lost. ' +
      'Raise `reservedConcurrentExecutions`, or acknowledge this warning if the function is switched off on purpose.',
    ]);
  });

  test('of 1 has no warning', () => {
    expect(warnings({ retryAttempts: 0 }, stack => fn(stack, 'Fn', { reservedConcurrentExecutions: 1 }))).toEqual([]);
  });

  test('is read when the app is complete', () => {
    expect(warnings({ retryAttempts: 0 }, stack => {
      const made = fn(stack, 'Fn', { reservedConcurrentExecutions: 1 });
      Aspects.of(made).add({
        visit: () => {
          (made.node.defaultChild as lambda.CfnFunction).reservedConcurrentExecutions = 0;
        },
      });
      return made;
    })).toHaveLength(1);
  });
});

test('settings are read after aspects changed them', () => {
  const stack = agnosticStack();
  const config = new AsyncInvokeConfig(stack, 'Config', { function: fn(stack), maxEventAge: Duration.seconds(60) });
  Aspects.of(config.node.defaultChild!).add({
    visit: node => {
      (node as lambda.CfnEventInvokeConfig).maximumRetryAttempts = 0;
    },
  });

  expect(messages(stack)).toEqual([]);
});

describe('a dead-letter queue', () => {
  const withDeadLetters = (stack: Stack) => fn(stack, 'Fn', { deadLetterQueueEnabled: true });

  test('beside a failure destination has a warning', () => {
    const stack = agnosticStack();

    expect(warnings({ onFailure: AsyncDestination.queue(queue(stack)) }, withDeadLetters, stack)).toEqual([
      '`onFailure` must be the only target of failed events, got: a destination beside the dead-letter queue of Stack/Fn. ' +
      'The function also has a dead-letter queue: Lambda sends every failed event to both, in two formats. ' +
      'Remove the dead-letter queue, whose messages hold less than the record, or acknowledge this warning.',
    ]);
  });

  test.each<[string, AsyncInvokeConfigOptions]>([
    ['none', { onFailure: AsyncDestination.none() }],
    ['a success destination', { onSuccess: AsyncDestination.bus() }],
  ])('beside %s has no warning', (_, options) => {
    expect(warnings(options, withDeadLetters)).toEqual([]);
  });
});

describe('a queue with a low maximum message size', () => {
  test('has a warning', () => {
    const stack = agnosticStack();
    const small = queue(stack, { maxMessageSizeBytes: Size.kibibytes(256).toBytes() });

    expect(warnings({ onSuccess: AsyncDestination.queue(small) }, undefined, stack)).toEqual([
      '`onSuccess` must be a queue that takes messages of 1048576 bytes, got: 262144 bytes at Stack/Queue. ' +
      'A record holds the event, which may be that large, and the response: a record that the queue refuses is lost, and only the metric `DestinationDeliveryFailures` shows it. ' +
      'Remove `maxMessageSizeBytes` from the queue.',
    ]);
  });

  test.each([[1_048_575, 1], [1_048_576, 0], [undefined, 0]])('with a limit of %p bytes', (maxMessageSizeBytes, count) => {
    const stack = agnosticStack();

    expect(warnings({ onFailure: AsyncDestination.queue(queue(stack, { maxMessageSizeBytes })) }, undefined, stack)).toHaveLength(count);
  });
});

describe('a destination of another account', () => {
  const elsewhere = (got: string) => [
    `\`onFailure\` must be in the function's account, or have a policy that allows the function's execution role, got: ${got}. ` +
    'Lambda delivers only if the resource policy (and key policy) in the other account allows the execution role. ' +
    'Add the role to that policy, then acknowledge this warning.',
  ];
  const queueOf = (account: string) => (stack: Stack) => AsyncDestination.queue(sqs.Queue.fromQueueArn(stack, 'Queue', `arn:aws:sqs:eu-west-1:${account}:orders`));

  test.each([
    ['222222222222', concreteStack, elsewhere('"arn:aws:sqs:eu-west-1:222222222222:orders"')],
    ['111111111111', concreteStack, []],
    ['222222222222', agnosticStack, []],
  ])('%s', (account, stackOf, expected) => {
    const stack = stackOf();

    expect(warnings({ onFailure: queueOf(account)(stack), skipPermissions: true }, undefined, stack)).toEqual(expected);
  });
});

test('the warning for a queue of the app in another account names its path', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack', { env: HERE });
  const other = new Stack(app, 'Other', { env: { ...HERE, account: '222222222222' } });
  const onFailure = AsyncDestination.queue(new sqs.Queue(other, 'Queue', { queueName: 'orders' }));

  expect(warnings({ onFailure, skipPermissions: true }, undefined, stack)).toEqual([
    expect.stringContaining("`onFailure` must be in the function's account, or have a policy that allows the function's execution role, got: Other/Queue."),
  ]);
});

test.each<[string, number, (other: Stack) => lambda.IDestination]>([
  ['a queue', 0, other => AsyncDestination.queue(new sqs.Queue(other, 'Place', { queueName: 'orders' }))],
  ['a topic', 0, other => AsyncDestination.topic(new sns.Topic(other, 'Place', { topicName: 'orders' }))],
  ['a bucket', 0, other => AsyncDestination.bucket(new s3.Bucket(other, 'Place', { bucketName: 'orders' }))],
  ['an event bus, whose policy gets no grant', 1, other => AsyncDestination.bus(new events.EventBus(other, 'Place', { eventBusName: 'orders' }))],
  ['a function, whose policy gets no grant', 1, other => AsyncDestination.function(fn(other, 'Place', { functionName: 'next' }))],
])('%s of the app in another account has %p warnings', (_, count, onFailure) => {
  const app = new App();
  const stack = new Stack(app, 'Stack', { env: HERE });
  const other = new Stack(app, 'Other', { env: { ...HERE, account: '222222222222' } });
  const role = new iam.Role(stack, 'Role', { roleName: 'orders', assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  const target = (scope: Stack) => fn(scope, 'Fn', { role });

  expect(warnings({ onFailure: onFailure(other) }, target, stack)).toHaveLength(count);
  const policies = Object.values(Template.fromStack(other).toJSON().Resources as Record<string, { Type: string }>).filter(({ Type }) => Type.endsWith('Policy'));
  expect(policies).toHaveLength(1 - count);
});

describe('a function of a literal account, in a stack that does not know its own', () => {
  const ARN = 'arn:aws:lambda:eu-west-1:222222222222:function:orders';
  const imported = (stack: Stack) => lambda.Function.fromFunctionArn(stack, 'Fn', ARN);

  test('has a warning', () => {
    expect(warnings({ retryAttempts: 0 }, imported)).toEqual([
      '`function` must belong to the stack\'s account and Region, got: a function of 222222222222/eu-west-1 in a stack of an unknown account/an unknown Region. ' +
      'CloudFormation passes only the name, so it configures the function of that name in the stack\'s own account and Region. ' +
      'Declare the config in a stack of the function\'s account and Region, or put it there by API with `DeployTimeAsyncInvokeConfig`.',
    ]);
  });

  test('has a warning if the app creates it in another environment', () => {
    const elsewhere = (stack: Stack) => fn(new Stack(stack.node.root as App, 'Other', { env: HERE }), 'Fn', { functionName: 'orders' });

    expect(warnings({ retryAttempts: 0 }, elsewhere)).toEqual([
      expect.stringContaining('got: a function of 111111111111/eu-west-1 in a stack of an unknown account/an unknown Region.'),
    ]);
  });

  test('has no warning in a stack of a known environment', () => {
    expect(warnings({ retryAttempts: 0 }, imported, new Stack(new App(), 'Stack', { env: { ...HERE, account: '222222222222' } }))).toEqual([]);
  });

  test('has no warning if it is imported by name', () => {
    expect(warnings({ retryAttempts: 0 }, stack => lambda.Function.fromFunctionName(stack, 'Fn', 'orders'))).toEqual([]);
  });
});

describe('a destination with tenant isolation', () => {
  test.each([[lambda.TenancyConfig.PER_TENANT, 1], [undefined, 0]])('as %p', (tenancyConfig, count) => {
    const stack = agnosticStack();
    const found = warnings({ onSuccess: AsyncDestination.function(fn(stack, 'Next', { tenancyConfig })) }, undefined, stack);

    expect(found).toEqual(Array(count).fill(
      '`onSuccess` must be a function without tenant isolation, got: Stack/Next. ' +
      'A function with tenant isolation must be invoked with a tenant id, and a destination passes none. ' +
      'Send to a queue or bus, and invoke the function with a tenant id from there.',
    ));
  });
});

describe('a config that is put by API', () => {
  const found = (options: Partial<DeployTimeAsyncInvokeConfigProps>, stack = agnosticStack()) => {
    new DeployTimeAsyncInvokeConfig(stack, 'Config', { function: fn(stack), ...options });
    return messages(stack).map(([path, message]) => [path, message.split('. ')[0]]);
  };
  const PLACE = '/Stack/Config/Resource/Default';

  test('has the same warnings', () => {
    const stack = agnosticStack();
    const off = fn(stack, 'Off', { reservedConcurrentExecutions: 0, deadLetterQueueEnabled: true });
    const small = queue(stack, { maxMessageSizeBytes: 1024 });

    expect(found({ function: off, maxEventAge: Duration.minutes(1), retryAttempts: 1, onFailure: AsyncDestination.queue(small) }, stack)).toEqual([
      [PLACE, '`maxEventAge` must leave time for the retries, got: 60 seconds for `retryAttempts` 1, which can take 63 seconds'],
      [PLACE, '`reservedConcurrentExecutions` must not be 0 for a function that is invoked asynchronously, got: 0 at Stack/Off'],
      [PLACE, '`onFailure` must be the only target of failed events, got: a destination beside the dead-letter queue of Stack/Off'],
      [PLACE, '`onFailure` must be a queue that takes messages of 1048576 bytes, got: 1024 bytes at Stack/Queue'],
    ]);
  });

  test('has the defaults for omitted settings', () => {
    expect(found({ maxEventAge: Duration.minutes(1) })).toEqual([
      [PLACE, '`maxEventAge` must leave time for the retries, got: 60 seconds for `retryAttempts` 2, which can take 186 seconds'],
    ]);
    expect(found({ retryAttempts: 2 })).toEqual([]);
  });

  test('has unknown values for omitted settings with `merge`', () => {
    expect(found({ maxEventAge: Duration.minutes(1), merge: true })).toEqual([]);
    expect(found({ maxEventAge: Duration.minutes(1), retryAttempts: 1, merge: true })).toHaveLength(1);
  });

  test('has no warning for a function of a literal account: the handler uses its ARN', () => {
    expect(found({ function: lambda.Function.fromFunctionArn(agnosticStack(), 'Fn', 'arn:aws:lambda:eu-west-1:222222222222:function:orders'), retryAttempts: 0 }))
      .toEqual([]);
  });

  test('compares destinations with the account of the function, not of the stack', () => {
    const stack = concreteStack();
    const theirs = lambda.Function.fromFunctionArn(stack, 'Theirs', 'arn:aws:lambda:eu-west-1:222222222222:function:orders');
    const role = iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::222222222222:role/theirs');
    const queueOf = (account: string) => AsyncDestination.queue(sqs.Queue.fromQueueArn(stack, account, `arn:aws:sqs:eu-west-1:${account}:orders`));

    expect(found({ function: theirs, assumedRole: role, skipPermissions: true, onSuccess: queueOf('222222222222'), onFailure: queueOf(HERE.account) }, stack)).toEqual([
      [PLACE, '`onFailure` must be in the function\'s account, or have a policy that allows the function\'s execution role, got: "arn:aws:sqs:eu-west-1:111111111111:orders"'],
    ]);
  });
});

describe('a warning', () => {
  const acknowledge = (scope: IConstruct) => Validations.of(scope).acknowledge({ id: 'cdk-async-invoke:ZeroReservedConcurrency', reason: 'switched off' });
  const declare = (stack: Stack) => new AsyncInvokeConfig(stack, 'Config', { function: fn(stack, 'Fn', { reservedConcurrentExecutions: 0 }), retryAttempts: 0 });

  test('is acknowledged at its config', () => {
    const stack = agnosticStack();
    acknowledge(declare(stack));

    expect(messages(stack)).toEqual([]);
  });

  test.each([['before', true], ['after']])('is acknowledged at the stack, %s the config is made', (_, before = false) => {
    const stack = agnosticStack();
    if (before) {
      acknowledge(stack);
    }
    declare(stack);
    if (!before) {
      acknowledge(stack);
    }

    expect(messages(stack)).toEqual([]);
  });

  test('is acknowledged at the function that contains the config, but not at another function', () => {
    const stack = agnosticStack();
    const made = fn(stack, 'Fn', { reservedConcurrentExecutions: 0 });
    new AsyncInvokeConfig(made, 'Config', { function: made, retryAttempts: 0 });
    new AsyncInvokeConfig(stack, 'Beside', { function: made.addAlias('live'), retryAttempts: 0 });
    acknowledge(made);

    expect(messages(stack).map(([path]) => path)).toEqual(['/Stack/Beside/Resource']);
  });

  test('is not silenced by another acknowledgement', () => {
    const stack = agnosticStack();
    declare(stack);
    Validations.of(stack).acknowledge({ id: 'cdk-async-invoke:AliasOfLatest', reason: 'another matter' });

    expect(messages(stack)).toHaveLength(1);
  });

  test('is given once although the app is synthesized twice', () => {
    const app = new App();
    declare(new Stack(app, 'Stack'));
    app.synth();

    expect(app.synth({ force: true }).getStackByName('Stack').messages).toHaveLength(1);
  });
});
