import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The config has no setting. */
export function found(stack: Stack): void {
  new lambda.EventInvokeConfig(stack, 'Config', { function: new lambda.Function(stack, 'Fn', code) });
}

/** The config has one setting. */
export function innocent(stack: Stack): void {
  new lambda.EventInvokeConfig(stack, 'Config', { function: new lambda.Function(stack, 'Fn', code), retryAttempts: 0 });
}
