import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';
import { DeployTimeInvocation, InvocationType } from 'cdk-async-invoke';

/** The invocation uses InvokeAsync. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new DeployTimeInvocation(stack, 'Call', { function: fn, useInvokeAsync: true });
}

/** The invocation is an event. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new DeployTimeInvocation(stack, 'Call', { function: fn, invocationType: InvocationType.EVENT });
}
