import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The permission names `$LATEST`. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new lambda.CfnPermission(stack, 'Events', {
    functionName: `${fn.functionArn}:$LATEST`,
    action: 'lambda:InvokeFunction',
    principal: 'events.amazonaws.com',
  });
}

/** The permission names the function. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new lambda.CfnPermission(stack, 'Events', {
    functionName: fn.functionArn,
    action: 'lambda:InvokeFunction',
    principal: 'events.amazonaws.com',
  });
}
