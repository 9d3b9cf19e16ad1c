import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { allowed, environment, replay } from './replays';
import { AsyncDestination, AsyncFunction, AsyncInvokeConfig, ReplaySource } from '../../../lib';
import { agnosticStack, CODE, fn } from '../fixture';

const targets = (stack: Stack) => environment(stack, 'Sender').REPLAY_TARGETS as object[];

describe('without `targets`, the functions are known', () => {
  test('whose failure destination is a source, each once', () => {
    const stack = agnosticStack();
    const queue = new sqs.Queue(stack, 'Failed');
    // Its alias and its `$LATEST` have a config each.
    new AsyncFunction(stack, 'Ours', { ...CODE, onFailure: AsyncDestination.queue(queue) });
    new AsyncFunction(stack, 'Others', CODE);
    replay(stack, { from: [ReplaySource.queue(queue)] });

    expect(targets(stack)).toEqual([{ functionArn: expect.stringMatching(/^<Ours\w+\.Arn>$/) }]);
  });

  test('whose config is declared after the replay', () => {
    const stack = agnosticStack();
    const bucket = new s3.Bucket(stack, 'Records');
    replay(stack, { from: [ReplaySource.bucket(bucket)] });
    new AsyncInvokeConfig(stack, 'Config', { function: fn(stack), onFailure: AsyncDestination.bucket(bucket) });

    expect(targets(stack)).toEqual([{ functionArn: expect.stringMatching(/^<Fn\w+\.Arn>$/) }]);
    expect(allowed(stack, 'Sender')).toContainEqual(expect.objectContaining({ Action: 'lambda:InvokeFunction', Resource: [{ 'Fn::GetAtt': [expect.stringMatching(/^Fn/), 'Arn'] }, expect.anything()] }));
  });

  test('whose dead letters are in a source', () => {
    const stack = agnosticStack();
    const queue = new sqs.Queue(stack, 'Dead');
    const made = fn(stack, 'Fn', { deadLetterQueue: queue });
    replay(stack, { from: [ReplaySource.deadLetterQueue(queue, made)] });

    expect(targets(stack)).toEqual([{ functionArn: expect.stringMatching(/^<Fn\w+\.Arn>$/) }]);
  });

  test('by the name of a function that the app does not make', () => {
    const stack = agnosticStack();
    const queue = new sqs.Queue(stack, 'Failed');
    for (const [id, name] of Object.entries({ ByName: 'orders', ByArn: 'arn:aws:lambda:eu-west-1:222222222222:function:orders:live' })) {
      new lambda.CfnEventInvokeConfig(stack, id, { functionName: name, qualifier: 'live', destinationConfig: { onFailure: { destination: queue.queueArn } } });
    }
    replay(stack, { from: [ReplaySource.queue(queue)] });

    expect(targets(stack)).toEqual([
      { functionArn: 'arn:<AWS::Partition>:lambda:<AWS::Region>:<AWS::AccountId>:function:orders' },
      { functionArn: 'arn:aws:lambda:eu-west-1:222222222222:function:orders' },
    ]);
  });

  test('by the literal ARN of a source', () => {
    const stack = agnosticStack();
    const arn = 'arn:aws:sqs:eu-west-1:111111111111:failed';
    const queue = sqs.Queue.fromQueueArn(stack, 'Failed', arn);
    new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: fn(stack).functionName, qualifier: 'live', destinationConfig: { onFailure: { destination: arn } } });
    replay(stack, { from: [ReplaySource.queue(queue)] });

    expect(targets(stack)).toEqual([{ functionArn: expect.stringMatching(/^<Fn\w+\.Arn>$/) }]);
  });

  test('as durable, if they are', () => {
    const stack = agnosticStack();
    const queue = new sqs.Queue(stack, 'Dead');
    const made = fn(stack, 'Fn', { runtime: lambda.Runtime.NODEJS_24_X, deadLetterQueue: queue });
    (made.node.defaultChild as lambda.CfnFunction).durableConfig = { executionTimeout: 3600 };
    replay(stack, { from: [ReplaySource.deadLetterQueue(queue, made.currentVersion)] });

    expect(targets(stack)).toEqual([{ functionArn: expect.stringMatching(/^<Fn\w+\.Arn>$/), durable: true }]);
  });

  test('but not behind a topic, on success, or of other stores', () => {
    const stack = agnosticStack();
    const [queue, other] = ['Failed', 'Other'].map(id => new sqs.Queue(stack, id));
    new AsyncInvokeConfig(stack, 'A', { function: fn(stack, 'ByTopic'), onFailure: AsyncDestination.topic(new sns.Topic(stack, 'Topic')) });
    new AsyncInvokeConfig(stack, 'B', { function: fn(stack, 'OnSuccess'), onSuccess: AsyncDestination.queue(queue) });
    new AsyncInvokeConfig(stack, 'C', { function: fn(stack, 'ToOther'), onFailure: AsyncDestination.queue(other) });
    new AsyncInvokeConfig(stack, 'D', { function: fn(stack, 'ToNone'), retryAttempts: 0 });
    replay(stack, { from: [ReplaySource.queue(queue)] });

    expect(() => Template.fromStack(stack)).toThrow('`targets` must have at least one function');
  });

  test('in other stacks, too', () => {
    const app = new App();
    const [functions, ops] = ['Functions', 'Ops'].map(id => new Stack(app, id));
    const made = new AsyncFunction(functions, 'Orders', CODE);
    replay(ops, { from: [ReplaySource.queue(made.failureQueue!)] });

    expect(JSON.stringify(Template.fromStack(ops).findResources('AWS::Lambda::Function'))).toContain('Functions:ExportsOutputFnGetAttOrders');
  });
});

test('`targets` replaces what is known', () => {
  const stack = agnosticStack();
  const queue = new sqs.Queue(stack, 'Failed');
  new AsyncFunction(stack, 'Ours', { ...CODE, onFailure: AsyncDestination.queue(queue) });
  const repaired = fn(stack, 'Repaired');
  replay(stack, { from: [ReplaySource.queue(queue)], targets: [repaired, repaired.addAlias('fixed'), lambda.Function.fromFunctionArn(stack, 'Theirs', 'arn:aws:lambda:eu-west-1:222222222222:function:theirs:live')] });

  expect(targets(stack)).toEqual([{ functionArn: expect.stringMatching(/^<Repaired\w+\.Arn>$/) }, { functionArn: 'arn:aws:lambda:eu-west-1:222222222222:function:theirs' }]);
});
