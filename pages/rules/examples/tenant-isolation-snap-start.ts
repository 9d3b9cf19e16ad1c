import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The L1 gets SnapStart, which aws-cdk-lib would refuse on the function. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', { ...code, tenancyConfig: lambda.TenancyConfig.PER_TENANT });
  (fn.node.defaultChild as lambda.CfnFunction).snapStart = { applyOn: 'PublishedVersions' };
}

/** SnapStart is switched off. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', { ...code, tenancyConfig: lambda.TenancyConfig.PER_TENANT });
  (fn.node.defaultChild as lambda.CfnFunction).snapStart = { applyOn: 'None' };
}
