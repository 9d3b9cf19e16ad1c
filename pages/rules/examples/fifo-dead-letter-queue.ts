import { aws_lambda as lambda, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The dead-letter queue is FIFO. */
export function found(stack: Stack): void {
  new lambda.Function(stack, 'Fn', { ...code, deadLetterQueue: new sqs.Queue(stack, 'Queue', { fifo: true }) });
}

/** The dead-letter queue is a standard queue. */
export function innocent(stack: Stack): void {
  new lambda.Function(stack, 'Fn', { ...code, deadLetterQueue: new sqs.Queue(stack, 'Queue') });
}
