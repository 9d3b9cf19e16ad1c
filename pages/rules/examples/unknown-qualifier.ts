import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The function has no alias `prod`. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion });
  new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: fn.functionName, qualifier: 'prod', maximumRetryAttempts: 0 });
}

/** The function has the alias `live`. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion });
  new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: fn.functionName, qualifier: 'live', maximumRetryAttempts: 0 });
}
