import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';

/** The function is in another account and Region than the stack. */
export function found(stack: Stack): void {
  const fn = lambda.Function.fromFunctionArn(stack, 'Orders', 'arn:aws:lambda:us-east-1:210987654321:function:orders');
  fn.configureAsyncInvoke({ retryAttempts: 0 });
}

/** The function is in the account and Region of the stack. */
export function innocent(stack: Stack): void {
  const fn = lambda.Function.fromFunctionArn(stack, 'Orders', 'arn:aws:lambda:eu-west-1:123456789012:function:orders');
  fn.configureAsyncInvoke({ retryAttempts: 0 });
}
