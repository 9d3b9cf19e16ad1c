import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The stack is in eu-west-1, the queue in us-east-1. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new lambda.CfnEventInvokeConfig(stack, 'Config', {
    functionName: fn.functionName,
    qualifier: '$LATEST',
    destinationConfig: { onFailure: { destination: 'arn:aws:sqs:us-east-1:123456789012:orders' } },
  });
}

/** Both are in eu-west-1. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new lambda.CfnEventInvokeConfig(stack, 'Config', {
    functionName: fn.functionName,
    qualifier: '$LATEST',
    destinationConfig: { onFailure: { destination: 'arn:aws:sqs:eu-west-1:123456789012:orders' } },
  });
}
