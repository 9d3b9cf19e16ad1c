import {
  aws_events as events, aws_lambda_destinations as destinations, aws_lambda_event_sources as sources, aws_pipes as pipes, aws_s3 as s3,
  aws_s3_notifications as notifications, aws_sns as sns, aws_sns_subscriptions as subscriptions, aws_sqs as sqs, type Stack,
} from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/failure-destination-triggers-function';
import { functionIn } from '../../topology/synthesized';
import { checked, invokedByRule, of } from '../checked-apps';

test('FailureDestinationTriggersFunction is found', () => {
  const found = checked(example.found);
  expect(of('FailureDestinationTriggersFunction', found)).toEqual([
    {
      id: 'FailureDestinationTriggersFunction',
      severity: 'warning',
      path: 'S/Fn/EventInvokeConfig/Resource',
      property: 'DestinationConfig.OnFailure.Destination',
      value: 'S/Queue, which triggers S/Fn through S/Fn/SqsEventSource:SQueue229CFA3F',
      message: '`DestinationConfig.OnFailure.Destination` must not be a target that triggers the same function, got: S/Queue, which triggers S/Fn through S/Fn/SqsEventSource:SQueue229CFA3F. The failed event comes back to the function, inside a record or without its context, and most likely fails again. Send failures to a target that triggers another function, or none.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['another function that reads it', example.innocent],
    ['the queue of its work beside that of its failures', stack => {
      const fn = functionIn(stack, 'Fn', { onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Failures')) });
      fn.addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Queue')));
    }],
    ['an event source that is disabled', stack => {
      const queue = new sqs.Queue(stack, 'Queue');
      const fn = functionIn(stack, 'Fn', { onFailure: new destinations.SqsDestination(queue) });
      fn.addEventSource(new sources.SqsEventSource(queue, { enabled: false }));
    }],
    ['a bucket that tells of uploads only', stack => {
      const bucket = new s3.Bucket(stack, 'Bucket');
      const fn = functionIn(stack, 'Fn', { onFailure: new destinations.S3Destination(bucket) });
      bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(fn), { prefix: 'uploads/' });
    }],
    ['a bus whose rule takes other events', stack => {
      const eventBus = new events.EventBus(stack, 'Bus');
      invokedByRule(functionIn(stack, 'Fn', { onFailure: new destinations.EventBridgeDestination(eventBus) }), {}, { eventBus });
    }],
  ])('%s', (_, build) => {
    expect(of('FailureDestinationTriggersFunction', checked(build))).toEqual([]);
  });
});

test.each<[string, (stack: Stack) => void]>([
  ['a dead-letter queue', stack => {
    const deadLetterQueue = new sqs.Queue(stack, 'Queue');
    functionIn(stack, 'Fn', { deadLetterQueue }).addEventSource(new sources.SqsEventSource(deadLetterQueue));
  }],
  ['a topic', stack => {
    const topic = new sns.Topic(stack, 'Topic');
    const fn = functionIn(stack, 'Fn', { onFailure: new destinations.SnsDestination(topic) });
    topic.addSubscription(new subscriptions.LambdaSubscription(fn));
  }],
  ['a bucket', stack => {
    const bucket = new s3.Bucket(stack, 'Bucket');
    const fn = functionIn(stack, 'Fn', { onFailure: new destinations.S3Destination(bucket) });
    bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(fn));
  }],
  ['a bus', stack => {
    const eventBus = new events.EventBus(stack, 'Bus');
    const fn = functionIn(stack, 'Fn', { onFailure: new destinations.EventBridgeDestination(eventBus) });
    invokedByRule(fn, {}, { eventBus, eventPattern: { source: ['lambda'] } });
  }],
])('%s may trigger it, too', (_, build) => {
  expect(of('FailureDestinationTriggersFunction', checked(build))).toHaveLength(1);
});

describe('over several steps,', () => {
  const value = (way: string) => [`${way.split(' ')[0]}, which triggers S/Fn through ${way.split(' ').slice(1).join(' ')}`];

  test.each<[string, string, (stack: Stack) => void]>([
    ['a bucket and EventBridge', 'S/Bucket S/Bucket/Notifications and S/Rule', stack => {
      const bucket = new s3.Bucket(stack, 'Bucket', { eventBridgeEnabled: true });
      const fn = functionIn(stack, 'Fn', { onFailure: new destinations.S3Destination(bucket) });
      invokedByRule(fn, {}, { eventPattern: { source: ['aws.s3'], detailType: ['Object Created'], detail: { bucket: { name: [bucket.bucketName] } } } });
    }],
    ['a topic and a queue', 'S/Topic S/Queue/STopicA6DC6E57 and S/Fn/SqsEventSource:SQueue229CFA3F', stack => {
      const topic = new sns.Topic(stack, 'Topic');
      const queue = new sqs.Queue(stack, 'Queue');
      topic.addSubscription(new subscriptions.SqsSubscription(queue));
      functionIn(stack, 'Fn', { onFailure: new destinations.SnsDestination(topic) }).addEventSource(new sources.SqsEventSource(queue));
    }],
    ['a bucket and a queue', 'S/Bucket S/Bucket/Notifications and S/Fn/SqsEventSource:SQueue229CFA3F', stack => {
      const bucket = new s3.Bucket(stack, 'Bucket');
      const queue = new sqs.Queue(stack, 'Queue');
      bucket.addObjectCreatedNotification(new notifications.SqsDestination(queue));
      functionIn(stack, 'Fn', { onFailure: new destinations.S3Destination(bucket) }).addEventSource(new sources.SqsEventSource(queue));
    }],
    ['a queue and a pipe that waits', 'S/Queue S/Pipe', stack => {
      const queue = new sqs.Queue(stack, 'Queue');
      const fn = functionIn(stack, 'Fn', { onFailure: new destinations.SqsDestination(queue) });
      new pipes.CfnPipe(stack, 'Pipe', { roleArn: fn.role!.roleArn, source: queue.queueArn, target: fn.functionArn });
    }],
  ])('%s', (_, way, build) => {
    expect(of('FailureDestinationTriggersFunction', checked(build)).map(found => found.value)).toEqual(value(way));
  });

  test.each<[string, (stack: Stack) => void]>([
    ['a bucket and a rule for another bucket', stack => {
      const bucket = new s3.Bucket(stack, 'Bucket', { eventBridgeEnabled: true });
      const fn = functionIn(stack, 'Fn', { onFailure: new destinations.S3Destination(bucket) });
      const uploads = new s3.Bucket(stack, 'Uploads', { eventBridgeEnabled: true });
      invokedByRule(fn, {}, { eventPattern: { source: ['aws.s3'], detailType: ['Object Created'], detail: { bucket: { name: [uploads.bucketName] } } } });
    }],
    ['a bucket and a rule for other keys', stack => {
      const bucket = new s3.Bucket(stack, 'Bucket', { eventBridgeEnabled: true });
      const fn = functionIn(stack, 'Fn', { onFailure: new destinations.S3Destination(bucket) });
      const detail = { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: 'uploads/' }] } };
      invokedByRule(fn, {}, { eventPattern: { source: ['aws.s3'], detailType: ['Object Created'], detail } });
    }],
    ['a topic and a queue that another function reads', stack => {
      const topic = new sns.Topic(stack, 'Topic');
      const queue = new sqs.Queue(stack, 'Queue');
      topic.addSubscription(new subscriptions.SqsSubscription(queue));
      functionIn(stack, 'Fn', { onFailure: new destinations.SnsDestination(topic) });
      functionIn(stack, 'Repair').addEventSource(new sources.SqsEventSource(queue));
    }],
    ['a topic and a queue with a filter', stack => {
      const topic = new sns.Topic(stack, 'Topic');
      const queue = new sqs.Queue(stack, 'Queue');
      topic.addSubscription(new subscriptions.SqsSubscription(queue, { filterPolicy: { shop: sns.SubscriptionFilter.existsFilter() } }));
      functionIn(stack, 'Fn', { onFailure: new destinations.SnsDestination(topic) }).addEventSource(new sources.SqsEventSource(queue));
    }],
  ])('%s is innocent', (_, build) => {
    expect(of('FailureDestinationTriggersFunction', checked(build))).toEqual([]);
  });
});

test('a rule that also looks at something else may keep them back', () => {
  const found = checked(stack => {
    const eventBus = new events.EventBus(stack, 'Bus');
    const fn = functionIn(stack, 'Fn', { onFailure: new destinations.EventBridgeDestination(eventBus) });
    invokedByRule(fn, {}, { eventBus, eventPattern: { source: ['lambda'], detail: { requestContext: { condition: ['EventAgeExceeded'] } } } });
  });
  expect(of('FailureDestinationTriggersFunction', found)).toEqual([]);
});
