import { aws_iam as iam, type Stack } from 'aws-cdk-lib';

/** The policy allows `lambda:InvokeAsync`. */
export function found(stack: Stack): void {
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(new iam.PolicyStatement({ actions: ['lambda:InvokeAsync'], resources: ['*'] }));
}

/** The policy allows `lambda:InvokeFunction`. */
export function innocent(stack: Stack): void {
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: ['*'] }));
}
