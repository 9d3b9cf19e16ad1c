import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The config is for version 7. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: fn.functionName, qualifier: '7', maximumRetryAttempts: 0 });
}

/** The config is for a version that the app declares. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  fn.currentVersion.configureAsyncInvoke({ retryAttempts: 0 });
}
