import { senderOf } from '../../lib/explanation/sender';
import { arnOf, AT_DEPLOY, FN } from '../checks/small-templates';
import { resource, resources } from '../topology/templates';

const QUEUE = resource('SQS::Queue');

test.each<[what: string, caller: object, expected: object | undefined]>([
  ['a rule as documented', resource('Events::Rule', { Targets: [{ Arn: arnOf('Fn') }] }), { retryAttempts: 185, maxEventAge: 86_400 }],
  ['a rule with its own settings', resource('Events::Rule', {
    Targets: [{ Arn: arnOf('Fn'), RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 }, DeadLetterConfig: { Arn: arnOf('Queue') } }],
  }), { retryAttempts: 0, maxEventAge: 60, deadLetterQueue: 'queue S.Queue' }],
  ['a schedule whose settings only the deployment knows', resource('Scheduler::Schedule', {
    Target: { Arn: arnOf('Fn'), RetryPolicy: { MaximumRetryAttempts: AT_DEPLOY } },
  }), { retryAttempts: { unknown: '`Fn::Base64` is known at deploy time only' }, maxEventAge: 86_400 }],
  ['a subscription', resource('SNS::Subscription', {
    Protocol: 'lambda', TopicArn: 'arn:aws:sns:eu-west-1:123456789012:news', Endpoint: arnOf('Fn'), RedrivePolicy: { deadLetterTargetArn: arnOf('Queue') },
  }), { retryAttempts: 100_015, maxEventAge: 23 * 86_400, deadLetterQueue: 'queue S.Queue' }],
  ['a log subscription, whose retries no page counts', resource('Logs::SubscriptionFilter', { LogGroupName: 'group', DestinationArn: arnOf('Fn'), FilterPattern: '' }), { maxEventAge: 86_400 }],
  ['a bucket, of which no page tells', resource('S3::Bucket', {
    NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: arnOf('Fn') }] },
  }), undefined],
])('%s', (_, caller, expected) => {
  const topology = resources({ Fn: FN, Queue: QUEUE, Caller: caller });
  expect(senderOf(topology, topology.invocations[0])).toEqual(expected);
});
