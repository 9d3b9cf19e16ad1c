import { aws_iam as iam, aws_lambda as lambda, aws_lambda_destinations as destinations, aws_s3 as s3, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The role accepts no policies, so that the grant of aws-cdk-lib has no effect. */
export function found(stack: Stack): void {
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  const onFailure = new destinations.S3Destination(new s3.Bucket(stack, 'Bucket'));
  new lambda.Function(stack, 'Fn', { ...code, role: role.withoutPolicyUpdates(), onFailure });
}

/** The role accepts policies. */
export function innocent(stack: Stack): void {
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  const onFailure = new destinations.S3Destination(new s3.Bucket(stack, 'Bucket'));
  new lambda.Function(stack, 'Fn', { ...code, role, onFailure });
}
