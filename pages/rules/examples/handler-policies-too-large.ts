import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';
import { DeployTimeInvocation } from 'cdk-async-invoke';

/** 60 invocations of one stack share a handler. */
export function found(stack: Stack): void {
  for (let index = 0; index < 60; index += 1) {
    const fn = new lambda.Function(stack, `Fn${index}`, code);
    new DeployTimeInvocation(stack, `Call${index}`, { function: fn });
  }
}

/** 10 invocations share it. */
export function innocent(stack: Stack): void {
  for (let index = 0; index < 10; index += 1) {
    const fn = new lambda.Function(stack, `Fn${index}`, code);
    new DeployTimeInvocation(stack, `Call${index}`, { function: fn });
  }
}
