import { aws_lambda as lambda, CfnOutput, type Stack } from 'aws-cdk-lib';
import { code } from '../code';
import { DeployTimeEvent, DeployTimeInvocation } from 'cdk-async-invoke';

/** The function runs once, and the app reads a password from its response. */
export function found(stack: Stack): void {
  const call = new DeployTimeInvocation(stack, 'Call', {
    function: new lambda.Function(stack, 'Fn', code),
    invokeOn: [DeployTimeEvent.CREATE],
  });
  new CfnOutput(stack, 'Password', { value: call.getResponse('db.password') });
}

/** The function stores the password as a secret and returns its ARN. */
export function innocent(stack: Stack): void {
  const call = new DeployTimeInvocation(stack, 'Call', {
    function: new lambda.Function(stack, 'Fn', code),
    invokeOn: [DeployTimeEvent.CREATE],
  });
  new CfnOutput(stack, 'Password', { value: call.getResponse('db.passwordArn') });
}
