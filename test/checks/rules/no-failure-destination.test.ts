import {
  CfnCondition, CfnParameter, Fn, RemovalPolicy, Stack, aws_lambda as lambda, aws_lambda_event_sources as sources,
  aws_s3 as s3, aws_s3_notifications as notifications, aws_sns as sns, aws_sns_subscriptions as subscriptions,
  aws_sqs as sqs, custom_resources as cr, type App,
} from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/no-failure-destination';
import { functionIn } from '../../topology/synthesized';
import { checked, failuresOf, invokedByRule, liveAlias, of } from '../checked-apps';

test('NoFailureDestination is found', () => {
  const found = checked(example.found);
  expect(of('NoFailureDestination', found)).toEqual([
    {
      id: 'NoFailureDestination',
      severity: 'warning',
      path: 'S/Fn/Resource',
      property: 'DeadLetterConfig',
      value: 'nothing for S/Fn, which S/Rule invokes',
      message: '`DeadLetterConfig` must be given for a function that is invoked asynchronously and has no other target for failed events, got: nothing for S/Fn, which S/Rule invokes. Lambda deletes an event that fails all attempts or gets too old: its content is lost. Add an `onFailure` destination to the qualifier that is invoked. If you can lose its events, set `AsyncDestination.none()` or acknowledge this warning.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a failure destination', example.innocent],
    ['a dead-letter queue', stack => {
      invokedByRule(functionIn(stack, 'Fn', { deadLetterQueueEnabled: true }));
    }],
    ['a destination that is declined', stack => {
      const fn = functionIn(stack, 'Fn');
      failuresOf(fn, '');
      invokedByRule(fn);
    }],
    ['a destination under a condition', stack => {
      const fn = functionIn(stack, 'Fn');
      const expression = Fn.conditionEquals(new CfnParameter(stack, 'Stage').valueAsString, 'prod');
      failuresOf(fn, new sqs.Queue(stack, 'Queue').queueArn).cfnOptions.condition = new CfnCondition(stack, 'Prod', { expression });
      invokedByRule(fn);
    }],
    ['a config of a function whose name may be the one that is a parameter', stack => {
      const stage = new CfnParameter(stack, 'Stage').valueAsString;
      invokedByRule(functionIn(stack, 'Fn', { functionName: `orders-${stage}` }));
      new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: 'orders-prod', qualifier: '$LATEST' });
    }],
    ['a function that is not invoked', stack => {
      functionIn(stack, 'Fn');
    }],
    ['a function that reads a queue', stack => {
      functionIn(stack, 'Fn').addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Queue')));
    }],
    ['a queue that listens to a topic', stack => {
      new sns.Topic(stack, 'Topic').addSubscription(new subscriptions.SqsSubscription(new sqs.Queue(stack, 'Queue')));
    }],
    ['an imported function, whose config is elsewhere', stack => {
      invokedByRule(lambda.Function.fromFunctionName(stack, 'Fn', 'orders'));
    }],
    ['the functions of aws-cdk-lib\'s own custom resources', stack => {
      const bucket = new s3.Bucket(stack, 'Bucket', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY });
      bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.SqsDestination(new sqs.Queue(stack, 'Queue')));
      new cr.Provider(stack, 'Provider', { onEventHandler: functionIn(stack, 'OnEvent'), isCompleteHandler: functionIn(stack, 'IsComplete') });
    }],
    ['an alias without config, which another check finds', stack => {
      invokedByRule(liveAlias(functionIn(stack, 'Fn', { retryAttempts: 0 })));
    }],
    ['a config of a function of that name in another stack', stack => {
      invokedByRule(functionIn(stack, 'Fn', { functionName: 'orders' }));
      const other = new Stack(stack.node.scope as App, 'Other');
      failuresOf(lambda.Function.fromFunctionName(other, 'Fn', 'orders'), new sqs.Queue(other, 'Queue').queueArn);
    }],
  ])('%s', (_, build) => {
    expect(of('NoFailureDestination', checked(build))).toEqual([]);
  });
});
