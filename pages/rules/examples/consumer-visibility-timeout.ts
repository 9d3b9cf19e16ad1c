import { Duration, aws_lambda as lambda, aws_lambda_event_sources as sources, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The queue hides a message for 30 seconds, the function may take a minute. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', { ...code, timeout: Duration.minutes(1) });
  fn.addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Queue')));
}

/** The queue hides a message for six times as long as the function may take. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', { ...code, timeout: Duration.minutes(1) });
  fn.addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Queue', { visibilityTimeout: Duration.minutes(6) })));
}
