import { aws_events as events, aws_events_targets as targets, aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** No permission lets EventBridge invoke the function. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new events.CfnRule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [{ arn: fn.functionArn, id: 'Fn' }] });
}

/** The target of aws-cdk-lib adds the permission. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] });
}
