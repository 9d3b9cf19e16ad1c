import { aws_lambda as lambda, aws_lambda_destinations as destinations, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The function has a dead-letter queue and a destination of failures. */
export function found(stack: Stack): void {
  const onFailure = new destinations.SqsDestination(new sqs.Queue(stack, 'Queue'));
  new lambda.Function(stack, 'Fn', { ...code, deadLetterQueueEnabled: true, onFailure });
}

/** The destination takes successes. */
export function innocent(stack: Stack): void {
  const onSuccess = new destinations.SqsDestination(new sqs.Queue(stack, 'Queue'));
  new lambda.Function(stack, 'Fn', { ...code, deadLetterQueueEnabled: true, onSuccess });
}
