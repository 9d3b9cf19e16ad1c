import { aws_lambda as lambda, aws_lambda_destinations as destinations, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The queue takes 256 KiB. */
export function found(stack: Stack): void {
  const queue = new sqs.Queue(stack, 'Queue', { maxMessageSizeBytes: 262_144 });
  new lambda.Function(stack, 'Fn', { ...code, onFailure: new destinations.SqsDestination(queue) });
}

/** The queue takes 1 MiB, as new queues do. */
export function innocent(stack: Stack): void {
  const queue = new sqs.Queue(stack, 'Queue', { maxMessageSizeBytes: 1_048_576 });
  new lambda.Function(stack, 'Fn', { ...code, onFailure: new destinations.SqsDestination(queue) });
}
