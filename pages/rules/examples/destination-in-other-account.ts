import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The stack is in the account 123456789012, the event bus in another one. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new lambda.CfnEventInvokeConfig(stack, 'Config', {
    functionName: fn.functionName,
    qualifier: '$LATEST',
    destinationConfig: { onFailure: { destination: 'arn:aws:events:eu-west-1:210987654321:event-bus/central' } },
  });
}

/** Both are in one account. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new lambda.CfnEventInvokeConfig(stack, 'Config', {
    functionName: fn.functionName,
    qualifier: '$LATEST',
    destinationConfig: { onFailure: { destination: 'arn:aws:events:eu-west-1:123456789012:event-bus/central' } },
  });
}
