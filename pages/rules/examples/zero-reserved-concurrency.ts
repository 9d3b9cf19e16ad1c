import { aws_events as events, aws_events_targets as targets, aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** A rule invokes a function with a reserved concurrency of 0. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', { ...code, reservedConcurrentExecutions: 0 });
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] });
}

/** The reserved concurrency is 1. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', { ...code, reservedConcurrentExecutions: 1 });
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] });
}
