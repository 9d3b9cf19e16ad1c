import { Duration, aws_events as events, aws_events_targets as targets, aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** A rule invokes a durable function by its unqualified ARN. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', { ...code, durableConfig: { executionTimeout: Duration.hours(1) } });
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] });
}

/** The rule invokes an alias. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', { ...code, durableConfig: { executionTimeout: Duration.hours(1) } });
  const live = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion });
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(live)] });
}
