import { aws_lambda as lambda, aws_lambda_destinations as destinations, aws_sqs as sqs, Stack, Stage } from 'aws-cdk-lib';
import { code } from '../code';

/** `cdk synth` does not select the stack of the stage. */
export function found(stack: Stack): void {
  const orders = new Stack(new Stage(stack.node.root, 'Prod'), 'Orders');
  const queue = new sqs.Queue(orders, 'Queue', { fifo: true });
  new lambda.Function(orders, 'Fn', { ...code, onFailure: new destinations.SqsDestination(queue) });
}

/** It selects the stack, and shows the error itself. */
export function innocent(stack: Stack): void {
  const queue = new sqs.Queue(stack, 'Queue', { fifo: true });
  new lambda.Function(stack, 'Fn', { ...code, onFailure: new destinations.SqsDestination(queue) });
}
