import {
  aws_events as events,
  aws_events_targets as targets,
  aws_lambda as lambda,
  aws_lambda_destinations as destinations,
  aws_sqs as sqs,
  type Stack,
} from 'aws-cdk-lib';
import { code } from '../code';

/** The function keeps its failed events, but the rule drops what Lambda does not accept. */
export function found(stack: Stack): void {
  const onFailure = new destinations.SqsDestination(new sqs.Queue(stack, 'Failed'));
  const fn = new lambda.Function(stack, 'Fn', { ...code, onFailure });
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] });
}

/** Both keep what fails. */
export function innocent(stack: Stack): void {
  const onFailure = new destinations.SqsDestination(new sqs.Queue(stack, 'Failed'));
  const fn = new lambda.Function(stack, 'Fn', { ...code, onFailure });
  const deadLetterQueue = new sqs.Queue(stack, 'Undelivered');
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn, { deadLetterQueue })] });
}
