import { aws_iam as iam, aws_lambda as lambda, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The config does not wait for the policy. */
export function found(stack: Stack): void {
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  const fn = new lambda.Function(stack, 'Fn', { ...code, role: role.withoutPolicyUpdates() });
  const queue = new sqs.Queue(stack, 'Queue');
  const statements = [new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] })];
  new iam.Policy(stack, 'Policy', { statements, roles: [iam.Role.fromRoleName(stack, 'Same', role.roleName)] });
  new lambda.CfnEventInvokeConfig(stack, 'Config', {
    functionName: fn.functionName,
    qualifier: '$LATEST',
    destinationConfig: { onFailure: { destination: queue.queueArn } },
  });
}

/** The config waits for the policy. */
export function innocent(stack: Stack): void {
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  const fn = new lambda.Function(stack, 'Fn', { ...code, role: role.withoutPolicyUpdates() });
  const queue = new sqs.Queue(stack, 'Queue');
  const statements = [new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] })];
  const policy = new iam.Policy(stack, 'Policy', { statements, roles: [iam.Role.fromRoleName(stack, 'Same', role.roleName)] });
  const config = new lambda.CfnEventInvokeConfig(stack, 'Config', {
    functionName: fn.functionName,
    qualifier: '$LATEST',
    destinationConfig: { onFailure: { destination: queue.queueArn } },
  });
  config.node.addDependency(policy);
}
