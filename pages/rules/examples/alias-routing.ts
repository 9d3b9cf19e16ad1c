import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** An alias of `$LATEST` gives a tenth of its invocations to a version. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  const additionalVersions = [{ version: fn.currentVersion, weight: 0.1 }];
  new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.latestVersion, additionalVersions });
}

/** Two published versions share the alias. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  const version = lambda.Version.fromVersionAttributes(stack, 'Proven', { lambda: fn, version: '7' });
  const additionalVersions = [{ version: fn.currentVersion, weight: 0.1 }];
  new lambda.Alias(stack, 'Live', { aliasName: 'live', version, additionalVersions });
}
