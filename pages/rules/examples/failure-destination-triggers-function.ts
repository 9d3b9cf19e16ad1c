import {
  aws_lambda as lambda,
  aws_lambda_destinations as destinations,
  aws_lambda_event_sources as sources,
  aws_sqs as sqs,
  type Stack,
} from 'aws-cdk-lib';
import { code } from '../code';

/** The function reads the queue that takes its failures. */
export function found(stack: Stack): void {
  const queue = new sqs.Queue(stack, 'Queue');
  const fn = new lambda.Function(stack, 'Fn', { ...code, onFailure: new destinations.SqsDestination(queue) });
  fn.addEventSource(new sources.SqsEventSource(queue));
}

/** Another function reads the queue. */
export function innocent(stack: Stack): void {
  const queue = new sqs.Queue(stack, 'Queue');
  new lambda.Function(stack, 'Fn', { ...code, onFailure: new destinations.SqsDestination(queue) });
  const repair = new lambda.Function(stack, 'Repair', code);
  repair.addEventSource(new sources.SqsEventSource(queue));
}
