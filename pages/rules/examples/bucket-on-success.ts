import { aws_lambda as lambda, aws_lambda_destinations as destinations, aws_s3 as s3, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** A bucket is the destination of successes. */
export function found(stack: Stack): void {
  const bucket = new s3.Bucket(stack, 'Bucket');
  new lambda.Function(stack, 'Fn', { ...code, onSuccess: new destinations.S3Destination(bucket) });
}

/** A bucket is the destination of failures. */
export function innocent(stack: Stack): void {
  const bucket = new s3.Bucket(stack, 'Bucket');
  new lambda.Function(stack, 'Fn', { ...code, onFailure: new destinations.S3Destination(bucket) });
}
