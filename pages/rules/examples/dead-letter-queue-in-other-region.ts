import { aws_lambda as lambda, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The stack is in eu-west-1, the queue in us-east-1. */
export function found(stack: Stack): void {
  const deadLetterQueue = sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:us-east-1:123456789012:orders');
  new lambda.Function(stack, 'Fn', { ...code, deadLetterQueue });
}

/** Both are in eu-west-1. */
export function innocent(stack: Stack): void {
  const deadLetterQueue = sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:eu-west-1:123456789012:orders');
  new lambda.Function(stack, 'Fn', { ...code, deadLetterQueue });
}
