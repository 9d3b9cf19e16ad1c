import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** Two configs are for `$LATEST` of one function. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', { ...code, retryAttempts: 0 });
  new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: fn.functionArn, qualifier: '$LATEST', maximumRetryAttempts: 1 });
}

/** Each config is for another qualifier. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', { ...code, retryAttempts: 0 });
  new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion, retryAttempts: 1 });
}
