import {
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  aws_lambda as lambda,
  aws_lambda_destinations as destinations,
  aws_sns as sns,
  aws_sqs as sqs,
  type Stack,
} from 'aws-cdk-lib';
import { code } from '../code';

/** An alarm watches the duration, and none the queue with the failed events. */
export function found(stack: Stack): void {
  const failed = new sqs.Queue(stack, 'Failed');
  const fn = new lambda.Function(stack, 'Fn', { ...code, onFailure: new destinations.SqsDestination(failed) });
  const slow = new cloudwatch.Alarm(stack, 'Slow', { metric: fn.metricDuration(), threshold: 2000, evaluationPeriods: 1 });
  slow.addAlarmAction(new actions.SnsAction(new sns.Topic(stack, 'OnCall')));
}

/** A second alarm fires when something is in the queue. */
export function innocent(stack: Stack): void {
  const failed = new sqs.Queue(stack, 'Failed');
  const fn = new lambda.Function(stack, 'Fn', { ...code, onFailure: new destinations.SqsDestination(failed) });
  const slow = new cloudwatch.Alarm(stack, 'Slow', { metric: fn.metricDuration(), threshold: 2000, evaluationPeriods: 1 });
  const lost = new cloudwatch.Alarm(stack, 'Lost', { metric: failed.metricApproximateNumberOfMessagesVisible(), threshold: 1, evaluationPeriods: 1 });
  const onCall = new actions.SnsAction(new sns.Topic(stack, 'OnCall'));
  slow.addAlarmAction(onCall);
  lost.addAlarmAction(onCall);
}
