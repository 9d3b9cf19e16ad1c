import { App, CfnParameter, Duration, Lazy, Stack, Validations } from 'aws-cdk-lib';
import { concreteRosStack, errorOf, fcFunction, HERE, rosStack, templateOf, warningsOf } from './fixture';
import { alibaba } from '../../lib';

const { AsyncInvokeConfig, Destination } = alibaba;

function configured(props: Partial<alibaba.AsyncInvokeConfigProps>, stack = concreteRosStack()): alibaba.RosStack {
  new AsyncInvokeConfig(stack, 'Config', { functionName: 'orders', ...props });
  return stack;
}

function properties(stack: alibaba.RosStack): object {
  return templateOf(stack).Resources.Config.Properties;
}

describe('renders every setting', () => {
  const DEFAULTS = { FunctionName: 'orders', AsyncTask: false, MaxAsyncEventAgeInSeconds: 86_400, MaxAsyncRetryAttempts: 3 };

  test.each<[string, Partial<alibaba.AsyncInvokeConfigProps>, object]>([
    ['with none', {}, {}],
    ['with LATEST, said explicitly', { qualifier: 'LATEST' }, {}],
    ['with retries alone', { retryAttempts: 0 }, { MaxAsyncRetryAttempts: 0 }],
    ['with an age alone', { maxEventAge: Duration.days(7) }, { MaxAsyncEventAgeInSeconds: 604_800 }],
    ['with tasks', { asyncTask: true }, { AsyncTask: true }],
    ['with a failure destination alone', { onFailure: Destination.queue('failed') },
      { DestinationConfig: { OnFailure: { Destination: 'acs:mns:cn-hangzhou:1234567890123456:/queues/failed/messages' } } }],
    ['with both destinations', { onFailure: Destination.topic('failed', { account: HERE.account }), onSuccess: Destination.function('archive') },
      {
        DestinationConfig: {
          OnFailure: { Destination: 'acs:mns:cn-hangzhou:1234567890123456:/topics/failed/messages' },
          OnSuccess: { Destination: 'acs:fc:cn-hangzhou:1234567890123456:functions/archive' },
        },
      }],
  ])('%s', (_, props, settings) => {
    expect(properties(configured(props))).toEqual({ ...DEFAULTS, ...settings });
  });

  test('under the resource type of ROS', () => {
    expect(templateOf(configured({})).Resources.Config.Type).toBe('ALIYUN::FC3::AsyncInvokeConfig');
  });

  test('with a Region and account that only ROS knows', () => {
    expect(properties(configured({ onFailure: Destination.queue('failed') }, rosStack()))).toMatchObject({
      DestinationConfig: {
        OnFailure: {
          Destination: { 'Fn::Join': ['', ['acs:mns:', { Ref: 'ALIYUN::Region' }, ':', { Ref: 'ALIYUN::TenantId' }, ':/queues/failed/messages']] },
        },
      },
    });
  });

  test('with the name of a function of the same stack', () => {
    const stack = concreteRosStack();
    const fn = fcFunction(stack);

    expect(properties(configured({ functionName: fn.getAtt('FunctionName') }, stack))).toMatchObject({ FunctionName: { 'Fn::GetAtt': ['Fn', 'FunctionName'] } });
  });
});

describe('enforces the limits of Function Compute', () => {
  test.each([0, 8])('accepts %p retries', retryAttempts => {
    expect(properties(configured({ retryAttempts }))).toMatchObject({ MaxAsyncRetryAttempts: retryAttempts });
  });

  test.each([-1, 9, 0.5])('refuses %p retries and names the limit of Lambda', retryAttempts => {
    expect(errorOf(() => configured({ retryAttempts }))).toBe(
      `\`retryAttempts\` must be an integer between 0 and 8, got: ${retryAttempts}. `
      + 'That is the limit of Function Compute; for Lambda it must be an integer between 0 and 2 [Ros/Config]',
    );
  });

  test.each([[Duration.seconds(1), 1], [Duration.minutes(1.5), 90], [Duration.days(7), 604_800]])('accepts an age of %s', (maxEventAge, seconds) => {
    expect(properties(configured({ maxEventAge }))).toMatchObject({ MaxAsyncEventAgeInSeconds: seconds });
  });

  test.each([[Duration.seconds(0), 0], [Duration.millis(1500), 1.5], [Duration.seconds(604_801), 604_801]])('%s is refused', (maxEventAge, seconds) => {
    expect(errorOf(() => configured({ maxEventAge }))).toBe(
      `\`maxEventAge\` must be an integer between 1 and 604800 seconds, got: ${seconds}. `
      + 'That is the limit of Function Compute; for Lambda it must be an integer between 60 and 21600 seconds [Ros/Config]',
    );
  });

  test('lists each violation on its own line', () => {
    expect(errorOf(() => configured({ functionName: '1st', retryAttempts: 9 })).split('\n')).toEqual([
      expect.stringMatching(/^`functionName` .* \[Ros\/Config\]$/), expect.stringMatching(/^`retryAttempts` .* \[Ros\/Config\]$/),
    ]);
  });

  test('accepts tokens, for the age only in seconds', () => {
    const [retryAttempts, age] = [5, 7].map(value => Lazy.number({ produce: () => value }));

    expect(properties(configured({ retryAttempts, maxEventAge: Duration.seconds(age) })))
      .toMatchObject({ MaxAsyncRetryAttempts: 5, MaxAsyncEventAgeInSeconds: 7 });
    expect(errorOf(() => configured({ maxEventAge: Duration.hours(Lazy.number({ produce: () => 7 })) }))).toBe(
      '`maxEventAge` must be in seconds when it is a token, got: hours. Use `Duration.seconds`. [Ros/Config]',
    );
  });
});

test.each(['prod', '1', ''])('refuses the qualifier %p and names the construct that configures it', qualifier => {
  expect(errorOf(() => configured({ qualifier }))).toBe(
    `\`qualifier\` must be left out, or be LATEST, got: "${qualifier}". `
    + 'A ROS template configures the function itself only: `ALIYUN::FC3::AsyncInvokeConfig` has no qualifier. '
    + 'Configure an alias or version from an AWS stack with `alibaba.DeployTimeAsyncInvokeConfig`. [Ros/Config]',
  );
});

test('refuses a malformed destination', () => {
  expect(errorOf(() => configured({ onFailure: Destination.fromArn('arn:aws:sqs:eu-west-1:123456789012:failed') }))).toMatch(
    /^`onFailure` must be the ARN of a function, .*, got: "arn:aws:sqs:eu-west-1:123456789012:failed"\. .* It is an ARN of AWS\. \[Ros\/Config\]$/,
  );
});

describe('refuses a function that invokes itself', () => {
  const MESSAGE = (got: string) => `\`onSuccess\` must be another function than the one that is configured, whatever the qualifier, got: ${got}. `
    + 'Each record invokes the function again, without end: Function Compute does not detect loops. Use another function, or a queue. [Ros/Config]';

  test('by its name', () => {
    expect(errorOf(() => configured({ onSuccess: Destination.function('orders') }))).toBe(MESSAGE('"acs:fc:cn-hangzhou:1234567890123456:functions/orders"'));
  });

  test('by a qualified ARN', () => {
    const arn = 'acs:fc:cn-hangzhou:1234567890123456:functions/orders/prod';

    expect(errorOf(() => configured({ onSuccess: Destination.fromArn(arn) }))).toBe(MESSAGE(`"${arn}"`));
  });

  test('by its name, if only ROS knows the Region and account', () => {
    expect(errorOf(() => configured({ onSuccess: Destination.function('orders') }, rosStack()))).toBe(MESSAGE('function "orders"'));
  });

  test.each<[string, (fn: alibaba.RosResource) => [string, alibaba.Destination]]>([
    ['the same value', fn => [fn.getAtt('FunctionName'), Destination.function(fn.getAtt('FunctionName'))]],
    ['another value', fn => [fn.ref, Destination.function(fn.getAtt('FunctionName'))]],
    ['its ARN', fn => [fn.getAtt('FunctionName'), Destination.fromArn(fn.getAtt('ARN'))]],
  ])('by %s of the resource', (_, names) => {
    const stack = concreteRosStack();
    const [functionName, onSuccess] = names(fcFunction(stack));

    expect(errorOf(() => configured({ functionName, onSuccess }, stack))).toBe(MESSAGE('function Ros/Fn'));
  });

  test('by the name that its resource sets', () => {
    const stack = concreteRosStack();
    const fn = fcFunction(stack, 'Fn', { FunctionName: 'orders' });

    expect(errorOf(() => configured({ onSuccess: Destination.function(fn.getAtt('FunctionName')) }, stack))).toBe(MESSAGE('function Ros/Fn'));
  });

  test('but not another function of the stack', () => {
    const stack = concreteRosStack();
    const next = fcFunction(stack, 'Next', { FunctionName: 'next' });

    expect(() => configured({ functionName: fcFunction(stack).ref, onSuccess: Destination.fromArn(next.getAtt('ARN')) }, stack)).not.toThrow();
  });
});

describe('a destination elsewhere', () => {
  test('gets a warning in the form of the CDK CLI, which does not know the stack', () => {
    const onFailure = Destination.queue('failed', { region: 'cn-shanghai', account: '2' });

    expect(warningsOf(configured({ onFailure }))).toEqual([
      '[Warning at /Ros/Config] `onFailure` must be in the function\'s Region, got: queue "failed" of cn-shanghai for a function of cn-hangzhou. '
      + 'Function Compute documents no delivery to other Regions, and does not check the destination when the config is put: records may be lost. '
      + 'Use a destination of the same Region, or acknowledge this warning once a record has arrived.\n',
      expect.stringContaining('`onFailure` must be in the function\'s account, got: queue "failed" of 2 for a function of 1234567890123456. '),
    ]);
  });

  test('can be acknowledged', () => {
    const stack = configured({ onFailure: Destination.queue('failed', { region: 'cn-shanghai' }) });
    Validations.of(stack).acknowledge({ id: 'cdk-async-invoke:DestinationInOtherRegion', reason: 'it has arrived' });

    expect(warningsOf(stack)).toEqual([]);
  });

  test('gets no warning if only the deployment knows the place', () => {
    expect(warningsOf(configured({ onFailure: Destination.queue('failed', { region: 'cn-shanghai', account: '2' }) }, rosStack()))).toEqual([]);
  });
});

test('refuses a config outside a ROS stack', () => {
  expect(errorOf(() => new AsyncInvokeConfig(new Stack(new App(), 'Aws'), 'Config', { functionName: 'f' }))).toBe(
    'A resource of ROS must be declared in an `alibaba.RosStack`. Pass one as its scope. [Aws/Config]',
  );
});

test('refuses a token of AWS at synth', () => {
  const stack = concreteRosStack();
  const aws = new Stack(stack.node.root as App, 'Aws');

  expect(errorOf(() => properties(configured({ functionName: new CfnParameter(aws, 'Name').valueAsString }, stack)))).toContain(
    '`functionName` must be a value that ROS can resolve, got: Ref of Aws/Name. ROS cannot resolve values of AWS or of other stacks. '
    + 'Write the text itself, or use a value of `alibaba.Aliyun` or of a resource of the same ROS stack. [Ros/Config]',
  );
});
