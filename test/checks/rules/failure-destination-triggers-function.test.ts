import {
  aws_events as events, aws_lambda_destinations as destinations, aws_lambda_event_sources as sources, aws_s3 as s3,
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

test('a rule that also looks at something else may keep them back', () => {
  const found = checked(stack => {
    const eventBus = new events.EventBus(stack, 'Bus');
    const fn = functionIn(stack, 'Fn', { onFailure: new destinations.EventBridgeDestination(eventBus) });
    invokedByRule(fn, {}, { eventBus, eventPattern: { source: ['lambda'], detail: { requestContext: { condition: ['EventAgeExceeded'] } } } });
  });
  expect(of('FailureDestinationTriggersFunction', found)).toEqual([]);
});
