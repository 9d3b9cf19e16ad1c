import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The version and its alias both keep environments ready. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', { ...code, currentVersionOptions: { provisionedConcurrentExecutions: 2 } });
  new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion, provisionedConcurrentExecutions: 3 });
}

/** Only the alias does. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion, provisionedConcurrentExecutions: 3 });
}
