import { aws_events as events, aws_events_targets as targets, aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The rule does not retry, but Lambda does. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new events.Rule(stack, 'Rule', {
    eventPattern: { source: ['shop'] },
    targets: [new targets.LambdaFunction(fn, { retryAttempts: 0 })],
  });
}

/** Neither of them retries. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', { ...code, retryAttempts: 0 });
  new events.Rule(stack, 'Rule', {
    eventPattern: { source: ['shop'] },
    targets: [new targets.LambdaFunction(fn, { retryAttempts: 0 })],
  });
}
