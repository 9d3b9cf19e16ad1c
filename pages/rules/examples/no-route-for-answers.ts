import { aws_ec2 as ec2, aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';
import { DeployTimeInvocation } from 'cdk-async-invoke';

/** The handler is in isolated subnets. */
export function found(stack: Stack): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { subnetConfiguration: [{ name: 'isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }] });
  const vpcSubnets = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
  const fn = new lambda.Function(stack, 'Fn', code);
  new DeployTimeInvocation(stack, 'Call', { function: fn, provider: { vpc, vpcSubnets } });
}

/** The handler is in subnets with a NAT. */
export function innocent(stack: Stack): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { natGateways: 1 });
  const vpcSubnets = { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS };
  const fn = new lambda.Function(stack, 'Fn', code);
  new DeployTimeInvocation(stack, 'Call', { function: fn, provider: { vpc, vpcSubnets } });
}
