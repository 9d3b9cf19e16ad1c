import { aws_iam as iam, aws_lambda as lambda, aws_lambda_destinations as destinations, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** Each function sends its records to the other. */
export function found(stack: Stack): void {
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  const a = new lambda.Function(stack, 'A', { ...code, role });
  const b = new lambda.Function(stack, 'B', code);
  for (const [id, from, to] of [['AConfig', a, b], ['BConfig', b, a]] as const) {
    new lambda.CfnEventInvokeConfig(stack, id, {
      functionName: from.functionName,
      qualifier: '$LATEST',
      destinationConfig: { onSuccess: { destination: to.functionArn } },
    });
  }
}

/** The chain ends in a third function. */
export function innocent(stack: Stack): void {
  const c = new lambda.Function(stack, 'C', code);
  const b = new lambda.Function(stack, 'B', { ...code, onSuccess: new destinations.LambdaDestination(c) });
  new lambda.Function(stack, 'A', { ...code, onSuccess: new destinations.LambdaDestination(b) });
}
