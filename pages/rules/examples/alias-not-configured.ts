import {
  aws_events as events,
  aws_events_targets as targets,
  aws_lambda as lambda,
  aws_lambda_destinations as destinations,
  aws_sqs as sqs,
  type Stack,
} from 'aws-cdk-lib';
import { code } from '../code';

/** A rule invokes an alias, but only `$LATEST` has a config. */
export function found(stack: Stack): void {
  const queue = new sqs.Queue(stack, 'Queue');
  const fn = new lambda.Function(stack, 'Fn', { ...code, onFailure: new destinations.SqsDestination(queue) });
  const live = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion });
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(live)] });
}

/** The alias has its own config. */
export function innocent(stack: Stack): void {
  const onFailure = new destinations.SqsDestination(new sqs.Queue(stack, 'Queue'));
  const fn = new lambda.Function(stack, 'Fn', { ...code, onFailure });
  const live = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion, onFailure });
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(live)] });
}
