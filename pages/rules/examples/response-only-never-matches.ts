import { aws_lambda as lambda, aws_lambda_destinations as destinations, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** An alias sends only its responses. */
export function found(stack: Stack): void {
  const next = new lambda.Function(stack, 'Next', code);
  const onSuccess = new destinations.LambdaDestination(next, { responseOnly: true });
  const fn = new lambda.Function(stack, 'Fn', code);
  new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion, onSuccess });
}

/** `$LATEST` sends only its responses. */
export function innocent(stack: Stack): void {
  const next = new lambda.Function(stack, 'Next', code);
  const onSuccess = new destinations.LambdaDestination(next, { responseOnly: true });
  new lambda.Function(stack, 'Fn', { ...code, onSuccess });
}
