import { CfnParameter, Duration, Fn, Stack, type App } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as pipes from 'aws-cdk-lib/aws-pipes';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { thresholds } from './fixture';
import { AsyncDestination, AsyncInvokeAlarms, AsyncInvokeConfig } from '../../../lib';
import { watchedQueue } from '../../../lib/aws/operations/watched-queue';
import { agnosticStack, concreteStack, fn, HERE } from '../fixture';

const ARN = `arn:aws:sqs:${HERE.region}:${HERE.account}:failed`;

describe('a queue', () => {
  test('of the app is known with its times', () => {
    const stack = agnosticStack();
    const queue = new sqs.Queue(stack, 'Failed', { retentionPeriod: Duration.days(14), visibilityTimeout: Duration.minutes(6) });

    expect(stack.resolve(watchedQueue(stack, queue.queueArn))).toEqual({
      queueName: stack.resolve(queue.queueName), label: 'Stack/Failed', retention: 1_209_600, visibilityTimeout: 360,
    });
  });

  test('without times has the defaults of SQS', () => {
    const stack = agnosticStack();

    expect(watchedQueue(stack, new sqs.Queue(stack, 'Failed').queueArn)).toMatchObject({ retention: 345_600, visibilityTimeout: 30 });
  });

  test.each([
    ['its Region', ARN, concreteStack()],
    ['a stack without a Region', ARN, agnosticStack()],
  ])('that is imported into %s is known by its name', (_, arn, stack) => {
    expect(watchedQueue(stack, sqs.Queue.fromQueueArn(stack, 'Failed', arn).queueArn)).toEqual({ queueName: 'failed', label: arn });
  });

  test('that is named in the Region of the stack is known', () => {
    const stack = agnosticStack();
    const arn = stack.formatArn({ service: 'sqs', resource: 'failed' });

    expect(stack.resolve(watchedQueue(stack, arn)?.queueName)).toEqual({ 'Fn::Select': [5, { 'Fn::Split': [':', stack.resolve(arn)] }] });
  });

  test.each([
    ['another Region', ARN.replace(HERE.region, 'us-east-1')],
    ['another account', ARN.replace(HERE.account, '222222222222')],
  ])('of %s is not watched: its metrics are there', (_, arn) => {
    expect(watchedQueue(concreteStack(), arn)).toBeUndefined();
  });

  test('in a stack of another Region is not watched', () => {
    const stack = concreteStack();
    const there = new Stack(stack.node.root as App, 'There', { env: { ...HERE, region: 'us-east-1' } });

    expect(watchedQueue(stack, new sqs.Queue(there, 'Failed').queueArn)).toBeUndefined();
  });
});

test.each<[string, (stack: Stack) => string]>([
  ['a topic', stack => new sns.Topic(stack, 'Topic').topicArn],
  ['an imported topic', () => ARN.replace('sqs', 'sns')],
  ['what another app exports', () => Fn.importValue('Failed')],
  ['a parameter', stack => new CfnParameter(stack, 'Failed').valueAsString],
])('%s is no queue that the app knows', (_, arn) => {
  const stack = concreteStack();

  expect(watchedQueue(stack, arn(stack))).toBeUndefined();
});

describe('the failure queue', () => {
  const declare = (props: sqs.QueueProps = {}, stack = agnosticStack()) => {
    const orders = fn(stack, 'Orders');
    const queue = new sqs.Queue(stack, 'Failed', props);
    new AsyncInvokeConfig(stack, 'Config', { function: orders, onFailure: AsyncDestination.queue(queue) });
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
    return { stack, queue };
  };
  const UNREAD = { FailureQueueNotEmpty: 1, FailureQueueExpiring: 276_480 };
  const about = (stack: Stack) => Object.fromEntries(Object.entries(thresholds(stack)).filter(([name]) => name.startsWith('FailureQueue')));

  test('that nothing reads tells of each message', () => {
    expect(about(declare().stack)).toEqual(UNREAD);
  });

  test.each([[29, 900], [300, 900], [301, 903], [3600, 10_800]])('with a consumer and a visibility timeout of %d seconds tells of messages of %d seconds', (seconds, threshold) => {
    const { stack, queue } = declare({ visibilityTimeout: Duration.seconds(seconds) });
    fn(stack, 'Consumer').addEventSource(new sources.SqsEventSource(queue));

    expect(about(stack)).toEqual({ FailureQueueConsumerBehind: threshold, FailureQueueExpiring: 276_480 });
  });

  test('with a consumer and a visibility timeout that only the deployment knows', () => {
    const { stack, queue } = declare();
    (queue.node.defaultChild as sqs.CfnQueue).visibilityTimeout = new CfnParameter(stack, 'Visibility', { type: 'Number' }).valueAsNumber;
    fn(stack, 'Consumer').addEventSource(new sources.SqsEventSource(queue));

    expect(about(stack).FailureQueueConsumerBehind).toEqual({ 'Fn::Join': ['', ['(value >= 900) AND (value >= 3 * ', { Ref: 'Visibility' }, ')']] });
  });

  test('has a dead-letter queue of its own for what its consumer fails at', () => {
    const stack = agnosticStack();
    const rejected = new sqs.Queue(stack, 'Rejected');
    const { stack: watched, queue } = declare({ deadLetterQueue: { queue: rejected, maxReceiveCount: 3 } }, stack);
    fn(watched, 'Consumer').addEventSource(new sources.SqsEventSource(queue));

    expect(about(watched)).toEqual({
      FailureQueueConsumerBehind: 900, FailureQueueExpiring: 276_480, FailureQueueRejectedNotEmpty: 1, FailureQueueRejectedExpiring: 276_480,
    });
  });

  test('whose messages nobody rejects has no other queue to watch', () => {
    const stack = agnosticStack();
    const { stack: watched } = declare({ deadLetterQueue: { queue: new sqs.Queue(stack, 'Rejected'), maxReceiveCount: 3 } }, stack);

    expect(about(watched)).toEqual(UNREAD);
  });

  test('that a pipe reads has a consumer', () => {
    const { stack, queue } = declare();
    new pipes.CfnPipe(stack, 'Pipe', { roleArn: 'arn:aws:iam::111111111111:role/pipe', source: queue.queueArn, target: ARN });

    expect(Object.keys(about(stack)).sort()).toEqual(['FailureQueueConsumerBehind', 'FailureQueueExpiring']);
  });

  test.each<[string, (stack: Stack, queue: sqs.Queue) => unknown]>([
    ['mapping', (stack, queue) => new lambda.EventSourceMapping(stack, 'Mapping', { target: fn(stack, 'Consumer'), eventSourceArn: queue.queueArn, enabled: false })],
    ['pipe', (stack, queue) => new pipes.CfnPipe(stack, 'Pipe', { roleArn: ARN, source: queue.queueArn, target: ARN, desiredState: 'STOPPED' })],
  ])('whose %s is switched off has no consumer', (_, read) => {
    const { stack, queue } = declare();
    read(stack, queue);

    expect(about(stack)).toEqual(UNREAD);
  });
});
