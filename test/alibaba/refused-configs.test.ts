import { Lazy } from 'aws-cdk-lib';
import { concreteRosStack, errorOf, fcFunction, rosStack, synthesized, templateOf } from './fixture';
import { alibaba } from '../../lib';

function configured(props: Partial<alibaba.AsyncInvokeConfigProps>): alibaba.AsyncInvokeConfig {
  return new alibaba.AsyncInvokeConfig(concreteRosStack(), 'Config', { functionName: 'orders', ...props });
}

function late<T>(value: T): T {
  return (typeof value === 'number' ? Lazy.number({ produce: () => value }) : Lazy.string({ produce: () => value as string })) as T;
}

describe('refuses values that become known when the template is written', () => {
  test.each<[string, Partial<alibaba.AsyncInvokeConfigProps>, string]>([
    ['a name', { functionName: late('my orders') }, '`functionName` must be 1 to 64 characters: '
      + 'letters, digits, underscores and hyphens, starting with a letter or underscore, got: "my orders"'],
    ['no name', { functionName: late(undefined as unknown as string) }, '`functionName` must be 1 to 64 characters: '
      + 'letters, digits, underscores and hyphens, starting with a letter or underscore, got: undefined'],
    ['a number', { retryAttempts: late(9) },
      '`retryAttempts` must be an integer between 0 and 8, got: 9. That is the limit of Function Compute; for Lambda it must be an integer between 0 and 2'],
    ['a loop', { functionName: late('orders'), onFailure: alibaba.Destination.function('orders') },
      '`onFailure` must be another function than the one that is configured, whatever the qualifier, '
      + 'got: "acs:fc:cn-hangzhou:1234567890123456:functions/orders". '
      + 'Each record invokes the function again, without end: Function Compute does not detect loops. Use another function, or a queue.'],
  ])('%s', (_, props, message) => {
    expect(errorOf(() => synthesized(configured(props)))).toBe(`Validation failed with the following errors:\n  [Ros] ${message} [Ros/Config]`);
  });

  test('in a property set by its name', () => {
    const config = configured({});
    config.setProperty('MaxAsyncEventAgeInSeconds', 0);

    expect(errorOf(() => synthesized(config))).toContain('`maxEventAge` must be an integer between 1 and 604800 seconds, got: 0. ');
  });

  describe('a loop spelled out as text', () => {
    const ARN = 'acs:fc:cn-shanghai:1234567890123456:functions/orders';
    const looping = (stack: alibaba.RosStack) => {
      new alibaba.RosResource(stack, 'Config', {
        type: 'ALIYUN::FC3::AsyncInvokeConfig',
        properties: { FunctionName: 'orders', DestinationConfig: { OnSuccess: { Destination: ARN } } },
      });
      return stack;
    };

    test.each<[string, alibaba.RosStackProps]>([['in the Region of the stack', { region: 'cn-shanghai' }], ['where only ROS knows the Region', {}]])('%s', (_, props) => {
      expect(errorOf(() => synthesized(looping(rosStack(props))))).toContain(
        `\`onSuccess\` must be another function than the one that is configured, whatever the qualifier, got: "${ARN}". `,
      );
    });

    test('but not of a function of that name elsewhere', () => {
      expect(() => synthesized(looping(concreteRosStack()))).not.toThrow();
    });
  });

  test('in a config declared as a plain resource', () => {
    const stack = concreteRosStack();
    new alibaba.RosResource(stack, 'Config', {
      type: 'ALIYUN::FC3::AsyncInvokeConfig',
      properties: { FunctionName: 'orders', DestinationConfig: { OnSuccess: { Destination: 'arn:aws:sqs:eu-west-1:123456789012:done' } } },
    });

    expect(errorOf(() => synthesized(stack))).toMatch(/^  \[Ros\] `onSuccess` must be the ARN of a function, .* It is an ARN of AWS\. \[Ros\/Config\]$/m);
  });
});

test('accepts values that only ROS knows', () => {
  const stack = concreteRosStack();
  const fn = fcFunction(stack);
  new alibaba.AsyncInvokeConfig(stack, 'Config', {
    functionName: fn.getAtt('FunctionName'),
    retryAttempts: late(8),
    onFailure: alibaba.Destination.queue(fcFunction(stack, 'Other').ref),
  });

  expect(templateOf(stack).Resources.Config.Properties).toMatchObject({ MaxAsyncRetryAttempts: 8 });
});
