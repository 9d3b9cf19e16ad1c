import { aws_events as events, aws_events_targets as targets, aws_lambda as lambda, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The dead-letter queue of the rule target is a FIFO queue. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  const deadLetterQueue = new sqs.Queue(stack, 'Undelivered', { fifo: true });
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn, { deadLetterQueue })] });
}

/** It is a standard queue. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  const deadLetterQueue = new sqs.Queue(stack, 'Undelivered');
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn, { deadLetterQueue })] });
}
