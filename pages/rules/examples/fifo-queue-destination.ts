import { aws_lambda as lambda, aws_lambda_destinations as destinations, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** A FIFO queue takes the records of failures. */
export function found(stack: Stack): void {
  const queue = new sqs.Queue(stack, 'Queue', { fifo: true });
  new lambda.Function(stack, 'Fn', { ...code, onFailure: new destinations.SqsDestination(queue) });
}

/** A standard queue takes them. */
export function innocent(stack: Stack): void {
  const queue = new sqs.Queue(stack, 'Queue');
  new lambda.Function(stack, 'Fn', { ...code, onFailure: new destinations.SqsDestination(queue) });
}
