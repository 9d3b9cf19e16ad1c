import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The alias points to `$LATEST`. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.latestVersion });
}

/** The alias points to a published version. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion });
}
