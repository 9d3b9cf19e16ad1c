import {
  Duration, Stack, aws_events as events, aws_events_targets as eventTargets, aws_lambda_destinations as destinations, aws_s3 as s3,
  aws_s3_notifications as notifications, aws_scheduler as scheduler, aws_scheduler_targets as scheduleTargets, aws_sns as sns,
  aws_sns_subscriptions as subscriptions, aws_sqs as sqs, type aws_lambda as lambda,
} from 'aws-cdk-lib';
import { findings } from '../../../lib/checks';
import { callerWithoutDeadLetterQueue } from '../../../lib/checks/rules/caller-without-dead-letter-queue';
import * as example from '../../../pages/rules/examples/caller-without-dead-letter-queue';
import { ENV, functionIn } from '../../topology/synthesized';
import { resource, resources } from '../../topology/templates';
import { checked, checkedApp, invokedByRule, liveAlias, of } from '../checked-apps';
import { arnOf, AT_DEPLOY, MAYBE, sending } from '../small-templates';

const ID = 'CallerWithoutDeadLetterQueue';

test('CallerWithoutDeadLetterQueue is found', () => {
  expect(of(ID, checked(example.found))).toEqual([
    {
      id: 'CallerWithoutDeadLetterQueue',
      severity: 'warning',
      path: 'S/Rule/Resource',
      property: 'Targets[0].DeadLetterConfig.Arn',
      value: 'nothing for S/Rule, while S/Fn keeps its failed events in S/Failed',
      message: '`Targets[0].DeadLetterConfig.Arn` must be given where the function keeps its failed events, got: nothing for S/Rule, while S/Fn keeps its failed events in S/Failed. The caller retries until Lambda accepts an event, then drops it: for a function that is deleted, denied or throttled for too long, neither its destination nor its dead-letter queue gets the event. Give the rule target, schedule or subscription a dead-letter queue, e.g. `deadLetterQueue` of the target, or acknowledge this warning if you can lose its events.',
    },
  ]);
});

function keeping(stack: Stack): lambda.Function {
  return functionIn(stack, 'Fn', { onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Failed')) });
}

describe('also found is', () => {
  test.each<[string, string, string, (stack: Stack) => void]>([
    ['a schedule', 'Target.DeadLetterConfig.Arn', 'nothing for S/Schedule, while S/Fn keeps its failed events in S/Failed', stack => {
      new scheduler.Schedule(stack, 'Schedule', {
        schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)), target: new scheduleTargets.LambdaInvoke(keeping(stack)),
      });
    }],
    ['a subscription', 'RedrivePolicy.deadLetterTargetArn', 'nothing for S/Fn/Topic, while S/Fn keeps its failed events in S/Failed', stack => {
      new sns.Topic(stack, 'Topic').addSubscription(new subscriptions.LambdaSubscription(keeping(stack)));
    }],
    ['a rule with a schedule', 'Targets[0].DeadLetterConfig.Arn', 'nothing for S/Rule, while S/Fn keeps its failed events in S/Failed', stack => {
      new events.Rule(stack, 'Rule', { schedule: events.Schedule.rate(Duration.hours(1)), targets: [new eventTargets.LambdaFunction(keeping(stack))] });
    }],
    ['the caller of a function with a dead-letter queue', 'Targets[0].DeadLetterConfig.Arn', 'nothing for S/Rule, while S/Fn keeps its failed events in S/Dead', stack => {
      invokedByRule(functionIn(stack, 'Fn', { deadLetterQueue: new sqs.Queue(stack, 'Dead') }));
    }],
  ])('%s', (_, property, value, build) => {
    expect(of(ID, checked(build)).map(found => [found.property, found.value])).toEqual([[property, value]]);
  });

  test('a rule of another stack', () => {
    const found = checkedApp(app => {
      const fn = keeping(new Stack(app, 'S', { env: ENV }));
      new events.Rule(new Stack(app, 'Rules', { env: ENV }), 'Rule', { eventPattern: { source: ['shop'] }, targets: [new eventTargets.LambdaFunction(fn)] });
    });
    expect(of(ID, found).map(({ value }) => value)).toEqual(['nothing for Rules/Rule, while S/Fn keeps its failed events in S/Failed']);
  });
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a rule that keeps what it cannot deliver', example.innocent],
    ['a function that keeps nothing either', stack => {
      invokedByRule(functionIn(stack, 'Fn'));
    }],
    ['an alias that keeps nothing, while `$LATEST` does', stack => {
      invokedByRule(liveAlias(keeping(stack)));
    }],
    ['a rule that is switched off', stack => {
      invokedByRule(keeping(stack), {}, { enabled: false });
    }],
    ['a bucket, which cannot have one', stack => {
      new s3.Bucket(stack, 'Bucket').addObjectCreatedNotification(new notifications.LambdaDestination(keeping(stack)));
    }],
    ['a subscription that keeps what it cannot deliver', stack => {
      const deadLetterQueue = new sqs.Queue(stack, 'Undelivered');
      new sns.Topic(stack, 'Topic').addSubscription(new subscriptions.LambdaSubscription(keeping(stack), { deadLetterQueue }));
    }],
    ['a schedule that keeps what it cannot deliver', stack => {
      const target = new scheduleTargets.LambdaInvoke(keeping(stack), { deadLetterQueue: new sqs.Queue(stack, 'Undelivered') });
      new scheduler.Schedule(stack, 'Schedule', { schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)), target });
    }],
  ])('%s', (_, build) => {
    expect(of(ID, checked(build))).toEqual([]);
  });

  const rule = (target: object, rest: Record<string, unknown> = {}) =>
    resource('Events::Rule', { EventPattern: {}, Targets: [{ Arn: arnOf('Fn'), ...target }] }, rest);
  const subscription = (RedrivePolicy: unknown) =>
    resource('SNS::Subscription', { TopicArn: 'arn:aws:sns:eu-west-1:123456789012:orders', Protocol: 'lambda', Endpoint: arnOf('Fn'), RedrivePolicy });

  test.each<[string, Record<string, unknown>, number]>([
    ['a dead-letter queue that is unknown', { Rule: rule({ DeadLetterConfig: { Arn: AT_DEPLOY } }) }, 0],
    ['a rule that may not exist', { Rule: rule({}, { Condition: 'Maybe' }) }, 0],
    ['a destination that is unknown', { Rule: rule({}), Config: sending(AT_DEPLOY) }, 0],
    ['a config that may not exist', { Rule: rule({}), Config: { ...sending(arnOf('Queue')), Condition: 'Maybe' } }, 0],
    ['a redrive policy as JSON', { Subscription: subscription('{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:lost"}') }, 0],
    ['a redrive policy that is unknown', { Subscription: subscription(AT_DEPLOY) }, 0],
    ['nothing that keeps what is undelivered', { Rule: rule({}), Subscription: subscription(undefined) }, 2],
  ])('%s', (_, declared, count) => {
    const topology = resources({ Fn: resource('Lambda::Function'), Queue: resource('SQS::Queue'), Config: sending(arnOf('Queue')), ...declared }, MAYBE);

    expect(findings(topology, [callerWithoutDeadLetterQueue])).toHaveLength(count);
  });
});
