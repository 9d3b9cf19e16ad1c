import { Duration, aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** 90 seconds leave time for one retry. */
export function found(stack: Stack): void {
  new lambda.Function(stack, 'Fn', { ...code, retryAttempts: 2, maxEventAge: Duration.seconds(90) });
}

/** 5 minutes leave time for both. */
export function innocent(stack: Stack): void {
  new lambda.Function(stack, 'Fn', { ...code, retryAttempts: 2, maxEventAge: Duration.minutes(5) });
}
