import { Duration, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { AsyncInvokeConfig } from '../../../lib';
import { agnosticStack, concreteStack, config, errorOf, fn, resources, role, statements } from '../fixture';

describe('a destination of aws-cdk-lib is accepted', () => {
  test.each<[string, (stack: Stack) => lambda.IDestination, object]>([
    ['queue', stack => new destinations.SqsDestination(new sqs.Queue(stack, 'Target')), { 'Fn::GetAtt': ['Target3191CF44', 'Arn'] }],
    ['topic', stack => new destinations.SnsDestination(new sns.Topic(stack, 'Target')), { Ref: 'Target3191CF44' }],
    ['bus', stack => new destinations.EventBridgeDestination(new events.EventBus(stack, 'Target')), { 'Fn::GetAtt': ['Target3191CF44', 'Arn'] }],
    ['default bus', () => new destinations.EventBridgeDestination(), {
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':events:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':event-bus/default']],
    }],
    ['bucket', stack => new destinations.S3Destination(new s3.Bucket(stack, 'Target')), { 'Fn::GetAtt': ['Target3191CF44', 'Arn'] }],
    ['function', stack => new destinations.LambdaDestination(fn(stack, 'Target')), { 'Fn::GetAtt': ['Target3191CF44', 'Arn'] }],
  ])('%s', (_, destinationIn, arn) => {
    const stack = agnosticStack();
    new AsyncInvokeConfig(stack, 'Config', { function: fn(stack).addAlias('live'), onFailure: destinationIn(stack) });

    expect(config(stack).Properties.DestinationConfig).toEqual({ OnFailure: { Destination: arn }, OnSuccess: { Destination: '' } });
    expect(Object.keys(statements(stack))).toEqual(['FnDestinationPolicyE4076F9C']);
    expect(config(stack).DependsOn).toContain('FnDestinationPolicyE4076F9C');
  });
});

describe('a destination of aws-cdk-lib is refused:', () => {
  test.each<[string, (stack: Stack, made: lambda.Function) => lambda.IDestination, string]>([
    ['a FIFO queue', stack => new destinations.SqsDestination(new sqs.Queue(stack, 'Target', { fifo: true })),
      '`onSuccess` must be a standard queue, got: AWS::SQS::Queue at Stack/Target. Lambda refuses FIFO queues as destinations'],
    ['a FIFO topic', stack => new destinations.SnsDestination(new sns.Topic(stack, 'Target', { fifo: true })),
      '`onSuccess` must be a standard topic, got: AWS::SNS::Topic at Stack/Target. Lambda refuses FIFO topics as destinations'],
    ['a bucket on success', stack => new destinations.S3Destination(new s3.Bucket(stack, 'Target')),
      '`onSuccess` must be a queue, topic, event bus or function, got: AWS::S3::Bucket at Stack/Target. Lambda stores only records of failures'],
    ['the function itself', (_, made) => new destinations.LambdaDestination(made),
      '`onSuccess` must be another function than the one that is configured, whatever the qualifier, got: AWS::Lambda::Function at Stack/Fn.'],
    ['an ARN of another Region', stack => new destinations.SqsDestination(sqs.Queue.fromQueueArn(stack, 'Target', 'arn:aws:sqs:us-east-1:111111111111:orders')),
      "`onSuccess` must be in the function's Region and partition, got: \"arn:aws:sqs:us-east-1:111111111111:orders\"."],
  ])('%s', (_, destinationIn, message) => {
    const stack = concreteStack();
    const made = fn(stack);

    expect(errorOf(() => new AsyncInvokeConfig(stack, 'Config', { function: made, onSuccess: destinationIn(stack, made) }))).toContain(message);
  });

  test('any for a durable function', () => {
    const stack = agnosticStack();
    const durable = fn(stack, 'Fn', { durableConfig: { executionTimeout: Duration.hours(1) } });
    const onSuccess = new destinations.SqsDestination(new sqs.Queue(stack, 'Queue'));

    expect(errorOf(() => new AsyncInvokeConfig(stack, 'Config', { function: durable, onSuccess }))).toContain('`onSuccess` must be left out for a durable function');
  });
});

describe('a destination of your own', () => {
  test('gets the function and the side', () => {
    const stack = agnosticStack();
    const queue = new sqs.Queue(stack, 'Queue');
    const bind = jest.fn((_scope, source: lambda.IFunction) => {
      queue.grantSendMessages(source);
      return { destination: queue.queueArn };
    });
    new AsyncInvokeConfig(stack, 'Config', { function: fn(stack).currentVersion, onSuccess: { bind } });

    expect(bind).toHaveBeenCalledTimes(1);
    expect(bind.mock.calls[0].slice(2)).toEqual([{ type: 'Success' }]);
    expect(Object.keys(statements(stack))).toEqual(['FnDestinationPolicyE4076F9C']);
  });
});

test('a destination of your own may create constructs under any id', () => {
  const stack = agnosticStack();
  const topic = (scope: Construct) => ({ destination: new sns.Topic(scope, 'Success').topicArn });

  expect(() => new AsyncInvokeConfig(stack, 'Config', { function: fn(stack).currentVersion, onSuccess: { bind: topic } })).not.toThrow();
});

describe('what a destination of your own grants', () => {
  const grants: [string, (queue: sqs.Queue, source: lambda.IFunction) => unknown][] = [
    ['to the function', (queue, source) => queue.grantSendMessages(source)],
    ['to its principal', (queue, source) => queue.grantSendMessages(source.grantPrincipal)],
    ['to its role', (queue, source) => queue.grantSendMessages(source.role!)],
    ['as a statement', (queue, source) => source.addToRolePolicy(sending(queue))],
    ['as a statement for its principal', (queue, source) => source.grantPrincipal.addToPrincipalPolicy(sending(queue))],
    ['as a statement for its role', (queue, source) => (source.role as iam.Role).addToPolicy(sending(queue))],
  ];
  const sending = (queue: sqs.Queue) => new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] });
  const own = (stack: Stack, grant: (queue: sqs.Queue, source: lambda.IFunction) => unknown): lambda.IDestination => {
    const queue = new sqs.Queue(stack, 'Queue');
    return {
      bind(_scope, source) {
        grant(queue, source);
        return { destination: queue.queueArn };
      },
    };
  };

  test.each(grants)('%s goes into the policy for which the config waits', (_, grant) => {
    const stack = agnosticStack();
    new AsyncInvokeConfig(stack, 'Config', { function: fn(stack), onFailure: own(stack, grant) });

    expect(Object.keys(statements(stack))).toEqual(['FnDestinationPolicyE4076F9C']);
    expect(config(stack).DependsOn).toEqual(['FnDestinationPolicyE4076F9C']);
  });

  test.each(grants)('%s is dropped with `skipPermissions`', (_, grant) => {
    const stack = agnosticStack();
    new AsyncInvokeConfig(stack, 'Config', { function: fn(stack), onFailure: own(stack, grant), skipPermissions: true });

    expect(statements(stack)).toEqual({});
    expect(config(stack).DependsOn).toBeUndefined();
  });

  test.each(grants)('%s is an error for a role that accepts no policies', (_, grant) => {
    const stack = agnosticStack();
    const immutable = fn(stack, 'Fn', { role: role(stack).withoutPolicyUpdates() });

    expect(errorOf(() => new AsyncInvokeConfig(stack, 'Config', { function: immutable, onFailure: own(stack, grant) })))
      .toMatch(/^`onFailure` must be a target that the function's execution role may deliver to, got: sqs:SendMessage.* for a role that takes no policies, Stack\/ImmutableRoleRole\./);
  });
});

describe('the result of a grant', () => {
  test('can make constructs wait for the permission', () => {
    const stack = agnosticStack();
    const queue = new sqs.Queue(stack, 'Queue');
    const waiting = new sns.Topic(stack, 'Waiting');
    new AsyncInvokeConfig(stack, 'Config', {
      function: fn(stack),
      onSuccess: {
        bind(_scope, source) {
          queue.grantSendMessages(source).applyBefore(waiting);
          return { destination: queue.queueArn };
        },
      },
    });

    expect(Object.values(resources(stack, 'AWS::SNS::Topic')).map(({ DependsOn }) => DependsOn)).toEqual([['FnDestinationPolicyE4076F9C']]);
  });
});

describe('`responseOnly` of aws-cdk-lib', () => {
  const responses = (stack: Stack) => new destinations.LambdaDestination(fn(stack, 'Next'), { responseOnly: true });
  const refusal = (got: string) => `\`onSuccess\` must not be a \`LambdaDestination\` with \`responseOnly\` on an alias or version, got: ${got}. ` +
    'Its rule matches only records of `$LATEST`, so no response arrives. Use `AsyncDestination.function(fn, { responseOnly: true })`. [Stack/Config]';

  test('is accepted for `$LATEST`', () => {
    const stack = agnosticStack();

    expect(() => new AsyncInvokeConfig(stack, 'Config', { function: fn(stack), onSuccess: responses(stack) })).not.toThrow();
  });

  test.each<[string, (made: lambda.Function) => lambda.IFunction, string]>([
    ['an alias', made => made.addAlias('live'), 'one for qualifier live'],
    ['a version', made => made.currentVersion, 'one for a version of Stack/Fn'],
  ])('is refused for %s', (_, named, got) => {
    const stack = agnosticStack();

    expect(errorOf(() => new AsyncInvokeConfig(stack, 'Config', { function: named(fn(stack)), onSuccess: responses(stack) }))).toBe(refusal(got));
  });

  test('is accepted on an alias with the whole record', () => {
    const stack = agnosticStack();

    expect(() => new AsyncInvokeConfig(stack, 'Config', { function: fn(stack).addAlias('live'), onSuccess: new destinations.LambdaDestination(fn(stack, 'Next')) })).not.toThrow();
  });
});
