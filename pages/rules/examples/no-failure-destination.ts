import {
  aws_events as events,
  aws_events_targets as targets,
  aws_lambda as lambda,
  aws_lambda_destinations as destinations,
  aws_sqs as sqs,
  type Stack,
} from 'aws-cdk-lib';
import { code } from '../code';

/** A rule invokes a function that has no destination and no dead-letter queue. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] });
}

/** Failed events go to a queue. */
export function innocent(stack: Stack): void {
  const onFailure = new destinations.SqsDestination(new sqs.Queue(stack, 'Queue'));
  const fn = new lambda.Function(stack, 'Fn', { ...code, onFailure });
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] });
}
