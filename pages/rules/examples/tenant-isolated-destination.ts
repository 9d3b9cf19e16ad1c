import { aws_lambda as lambda, aws_lambda_destinations as destinations, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The destination isolates tenants. */
export function found(stack: Stack): void {
  const next = new lambda.Function(stack, 'Next', { ...code, tenancyConfig: lambda.TenancyConfig.PER_TENANT });
  new lambda.Function(stack, 'Fn', { ...code, onSuccess: new destinations.LambdaDestination(next) });
}

/** The destination does not isolate tenants. */
export function innocent(stack: Stack): void {
  const next = new lambda.Function(stack, 'Next', code);
  new lambda.Function(stack, 'Fn', { ...code, onSuccess: new destinations.LambdaDestination(next) });
}
