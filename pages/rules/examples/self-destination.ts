import { aws_lambda as lambda, aws_lambda_destinations as destinations, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** An alias of the function is its own destination. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  const live = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion });
  new lambda.CfnEventInvokeConfig(stack, 'Config', {
    functionName: fn.functionName,
    qualifier: '$LATEST',
    destinationConfig: { onSuccess: { destination: live.functionArn } },
  });
}

/** Another function is the destination. */
export function innocent(stack: Stack): void {
  const next = new lambda.Function(stack, 'Next', code);
  new lambda.Function(stack, 'Fn', { ...code, onSuccess: new destinations.LambdaDestination(next) });
}
