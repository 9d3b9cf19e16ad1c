import { Duration, aws_lambda as lambda, aws_lambda_destinations as destinations, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** A durable function has a destination. */
export function found(stack: Stack): void {
  const onFailure = new destinations.SqsDestination(new sqs.Queue(stack, 'Queue'));
  const fn = new lambda.Function(stack, 'Fn', { ...code, durableConfig: { executionTimeout: Duration.hours(1) } });
  fn.configureAsyncInvoke({ onFailure });
}

/** A durable function has a dead-letter queue. */
export function innocent(stack: Stack): void {
  new lambda.Function(stack, 'Fn', { ...code, durableConfig: { executionTimeout: Duration.hours(1) }, deadLetterQueueEnabled: true });
}
