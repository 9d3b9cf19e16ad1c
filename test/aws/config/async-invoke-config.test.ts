import { App, CfnParameter, Duration, Lazy, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as fc from 'fast-check';
import { AsyncAlias, AsyncDestination, AsyncFunction, AsyncInvokeConfig, type AsyncInvokeConfigOptions } from '../../../lib';
import { agnosticStack, CODE, concreteStack, config, configs, errorOf, fn, HERE } from '../fixture';

function configured(options: AsyncInvokeConfigOptions, stack = agnosticStack()): Stack {
  new AsyncInvokeConfig(stack, 'Config', { function: fn(stack), ...options });
  return stack;
}

describe('the template has every setting', () => {
  const DEFAULTS = {
    FunctionName: { Ref: 'Fn9270CBC0' },
    Qualifier: '$LATEST',
    MaximumEventAgeInSeconds: 21600,
    MaximumRetryAttempts: 2,
    DestinationConfig: { OnFailure: { Destination: '' }, OnSuccess: { Destination: '' } },
  };

  test.each<[string, AsyncInvokeConfigOptions, object]>([
    ['retries alone', { retryAttempts: 0 }, { MaximumRetryAttempts: 0 }],
    ['an age alone', { maxEventAge: Duration.hours(1) }, { MaximumEventAgeInSeconds: 3600 }],
    ['no destination, said explicitly', { onFailure: AsyncDestination.none() }, {}],
    ['nothing but a success destination', { onSuccess: AsyncDestination.none() }, {}],
  ])('with %s', (_, options, settings) => {
    expect(config(configured(options)).Properties).toEqual({ ...DEFAULTS, ...settings });
  });

  test('except the destinations of a durable function', () => {
    const stack = agnosticStack();
    new AsyncInvokeConfig(stack, 'Config', { function: fn(stack, 'Fn', { durableConfig: { executionTimeout: Duration.hours(1) } }), retryAttempts: 1 });

    expect(config(stack).Properties).toEqual({ ...DEFAULTS, MaximumRetryAttempts: 1, DestinationConfig: undefined });
  });

  test('under a stable logical id', () => {
    expect(Object.keys(configs(configured({ retryAttempts: 0 })))).toEqual(['Config57D1D894']);
  });
});

describe('`retryAttempts`', () => {
  test.each([0, 1, 2])('can be %d', retryAttempts => {
    expect(config(configured({ retryAttempts })).Properties.MaximumRetryAttempts).toBe(retryAttempts);
  });

  test.each([-1, 3, 1.5, NaN, Infinity])('cannot be %d', retryAttempts => {
    expect(errorOf(() => configured({ retryAttempts }))).toBe(`\`retryAttempts\` must be an integer between 0 and 2, got: ${retryAttempts}. Lambda refuses other values: the deployment fails. Leave it out for the default, or retry failed events from their destination. [Stack/Config]`);
  });

  test('refuses a string', () => {
    expect(errorOf(() => configured({ retryAttempts: '1' as never }))).toBe('`retryAttempts` must be an integer between 0 and 2, got: "1". Lambda refuses other values: the deployment fails. Leave it out for the default, or retry failed events from their destination. [Stack/Config]');
  });

  test.each([
    ['Lazy', () => Lazy.number({ produce: () => 7 }), 7],
    ['a parameter', (stack: Stack) => new CfnParameter(stack, 'Retries', { type: 'Number' }).valueAsNumber, { Ref: 'Retries' }],
  ])('accepts %s', (_, token, rendered) => {
    const stack = agnosticStack();

    expect(config(configured({ retryAttempts: token(stack) }, stack)).Properties.MaximumRetryAttempts).toEqual(rendered);
  });
});

describe('`maxEventAge`', () => {
  test.each([
    [Duration.seconds(60), 60], [Duration.minutes(1), 60], [Duration.millis(60_000), 60], [Duration.minutes(1.5), 90],
    [Duration.seconds(21_600), 21_600], [Duration.hours(6), 21_600], [Duration.days(0.25), 21_600],
  ])('accepts %s', (maxEventAge, seconds) => {
    expect(config(configured({ maxEventAge, retryAttempts: 0 })).Properties.MaximumEventAgeInSeconds).toBe(seconds);
  });

  test.each([
    [Duration.seconds(59), 59], [Duration.seconds(21_601), 21_601], [Duration.seconds(0), 0], [Duration.days(1), 86_400],
    [Duration.millis(60_500), 60.5], [Duration.seconds(60.5), 60.5], [Duration.millis(1), 0.001],
  ])('refuses %s', (maxEventAge, seconds) => {
    expect(errorOf(() => configured({ maxEventAge }))).toBe(`\`maxEventAge\` must be an integer between 60 and 21600 seconds, got: ${seconds}. Lambda refuses other values: the deployment fails. Leave it out for the default, which is the longest, or give a number of seconds within the range. [Stack/Config]`);
  });

  test('accepts a token in seconds', () => {
    const stack = agnosticStack();
    const seconds = new CfnParameter(stack, 'Age', { type: 'Number' }).valueAsNumber;

    expect(config(configured({ maxEventAge: Duration.seconds(seconds) }, stack)).Properties.MaximumEventAgeInSeconds).toEqual({ Ref: 'Age' });
    expect(config(configured({ maxEventAge: Duration.seconds(Lazy.number({ produce: () => 5 })) })).Properties.MaximumEventAgeInSeconds).toBe(5);
  });

  test('refuses a token in another unit, which cannot be converted', () => {
    expect(errorOf(() => configured({ maxEventAge: Duration.minutes(Lazy.number({ produce: () => 5 })) }))).toBe(
      '`maxEventAge` must be in seconds when it is a token, got: minutes. Use `Duration.seconds`. [Stack/Config]',
    );
  });
});

describe('settings of any value', () => {
  test('are accepted within their bounds and rendered unchanged', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 60, max: 21_600 }), (retryAttempts, age) => {
      const stack = new Stack();
      new AsyncInvokeConfig(stack, 'Config', {
        function: lambda.Function.fromFunctionName(stack, 'Fn', 'orders'), retryAttempts, maxEventAge: Duration.seconds(age),
      });
      const { maximumRetryAttempts, maximumEventAgeInSeconds } = stack.node.findChild('Config').node.defaultChild as lambda.CfnEventInvokeConfig;
      expect([maximumRetryAttempts, maximumEventAgeInSeconds]).toEqual([retryAttempts, age]);
    }));
  });

  test('are refused beyond their bounds', () => {
    const beyond = (min: number, max: number) => fc.oneof(fc.double(), fc.integer())
      .filter(value => !(Number.isInteger(value) && value >= min && value <= max));

    fc.assert(fc.property(beyond(0, 2), beyond(60, 21_600).filter(value => value >= 0), (retryAttempts, age) => {
      expect(errorOf(() => configured({ retryAttempts, maxEventAge: Duration.seconds(age) })).split('\n')).toEqual([
        `\`maxEventAge\` must be an integer between 60 and 21600 seconds, got: ${age}. Lambda refuses other values: the deployment fails. Leave it out for the default, which is the longest, or give a number of seconds within the range. [Stack/Config]`,
        `\`retryAttempts\` must be an integer between 0 and 2, got: ${retryAttempts}. Lambda refuses other values: the deployment fails. Leave it out for the default, or retry failed events from their destination. [Stack/Config]`,
      ]);
    }), { numRuns: 30 });
  });
});

test('a config without any setting is refused', () => {
  expect(errorOf(() => configured({}))).toBe(
    '`props` must have at least one of `maxEventAge`, `retryAttempts`, `onFailure` and `onSuccess`, got: none of them. ' +
    'Lambda refuses a config without any setting: "You must specify at least one of error handling or destination setting." ' +
    'Give the setting that you want, or leave the config out. [Stack/Config]',
  );
  expect(() => configured({ skipPermissions: true })).toThrow('got: none of them');
});

describe('a function of another account or Region', () => {
  const REFUSAL = 'CloudFormation passes only the name, so it configures the function of that name in the stack\'s own account and Region. ' +
    'Declare the config in a stack of the function\'s account and Region, or put it there by API with `DeployTimeAsyncInvokeConfig`. [Stack/Config]';

  test.each([
    ['222222222222', 'eu-west-1'], ['111111111111', 'us-east-1'],
  ])('%s, %s is refused for an import', (account, region) => {
    const stack = concreteStack();
    const imported = lambda.Function.fromFunctionArn(stack, 'Fn', `arn:aws:lambda:${region}:${account}:function:orders`);

    expect(errorOf(() => new AsyncInvokeConfig(stack, 'Config', { function: imported, retryAttempts: 0 }))).toBe(
      `\`function\` must belong to the stack's account and Region, got: a function of ${account}/${region} in a stack of 111111111111/eu-west-1. ${REFUSAL}`,
    );
  });

  test('is refused for a function of the app', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: HERE });
    const other = fn(new Stack(app, 'Other', { env: { ...HERE, region: 'us-east-1' } }));

    expect(errorOf(() => new AsyncInvokeConfig(stack, 'Config', { function: other.currentVersion, retryAttempts: 0 }))).toContain(
      'got: a function of 111111111111/us-east-1 in a stack of 111111111111/eu-west-1.',
    );
  });

  test('is refused if either account or Region is known to differ', () => {
    const stack = new Stack(new App(), 'Stack', { env: { region: 'eu-west-1' } });
    const imported = lambda.Function.fromFunctionArn(stack, 'Fn', 'arn:aws:lambda:us-east-1:111111111111:function:orders');

    expect(errorOf(() => new AsyncInvokeConfig(stack, 'Config', { function: imported, retryAttempts: 0 }))).toContain(
      'got: a function of 111111111111/us-east-1 in a stack of an unknown account/eu-west-1.',
    );
  });
});

describe('the attributes of a config', () => {
  test('are the bare name and the qualifier', () => {
    const stack = agnosticStack();
    const imported = lambda.Function.fromFunctionArn(stack, 'Fn', 'arn:aws:lambda:eu-west-1:111111111111:function:orders:live');
    const { functionName, qualifier } = new AsyncInvokeConfig(stack, 'Config', { function: imported, retryAttempts: 0 });

    expect([functionName, qualifier]).toEqual(['orders', 'live']);
  });
});

describe('a config waits', () => {
  test('for the policy with the permission of its destination, and for the alias', () => {
    const stack = agnosticStack();
    new AsyncInvokeConfig(stack, 'Config', { function: fn(stack).addAlias('live'), onFailure: AsyncDestination.queue(new sqs.Queue(stack, 'Queue')) });

    expect(config(stack).DependsOn).toEqual(['FnAliaslive17DB7803', 'FnDestinationPolicyE4076F9C']);
  });

  test('for nothing without a destination or alias', () => {
    expect(config(configured({ retryAttempts: 0 })).DependsOn).toBeUndefined();
  });
});

describe('dependencies do not form a circle', () => {
  test('between functions that are each other\'s destinations', () => {
    const stack = agnosticStack();
    const [a, b] = ['A', 'B'].map(id => fn(stack, id));
    b.addEnvironment('UPSTREAM', a.functionName);
    new AsyncInvokeConfig(stack, 'FromA', { function: a, onFailure: AsyncDestination.function(b) });
    new AsyncInvokeConfig(stack, 'FromB', { function: b, onFailure: AsyncDestination.function(a) });

    expect(Object.values(configs(stack))).toHaveLength(2);
  });

  test('between stacks', () => {
    const app = new App();
    const [functions, queues, settings] = ['Functions', 'Queues', 'Settings'].map(id => new Stack(app, id));
    const queue = new sqs.Queue(queues, 'Queue', { encryption: sqs.QueueEncryption.KMS });
    const made = fn(functions);
    new AsyncInvokeConfig(settings, 'Config', { function: made, onFailure: AsyncDestination.queue(queue) });
    new AsyncInvokeConfig(functions, 'Live', { function: made.addAlias('live'), onFailure: AsyncDestination.queue(queue) });

    expect(() => app.synth()).not.toThrow();
    expect(functions.dependencies).toEqual([queues]);
    expect(queues.dependencies).toEqual([]);
  });
});

test('the same app renders identical templates', () => {
  const templates = () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    const queue = new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS });
    new AsyncFunction(stack, 'Orders', { ...CODE, onSuccess: AsyncDestination.function(fn(stack, 'Next'), { responseOnly: true }) });
    new AsyncAlias(stack, 'Live', { function: fn(stack), onFailure: AsyncDestination.queue(queue) });
    return JSON.stringify(app.synth().stacks.map(({ template }) => template));
  };

  expect(templates()).toBe(templates());
});
