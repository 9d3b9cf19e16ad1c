import { aws_iam as iam, aws_lambda as lambda, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The role accepts no policies, so that the grant of aws-cdk-lib has no effect. */
export function found(stack: Stack): void {
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  new lambda.Function(stack, 'Fn', { ...code, role: role.withoutPolicyUpdates(), deadLetterQueue: new sqs.Queue(stack, 'Queue') });
}

/** The role accepts policies. */
export function innocent(stack: Stack): void {
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  new lambda.Function(stack, 'Fn', { ...code, role, deadLetterQueue: new sqs.Queue(stack, 'Queue') });
}
