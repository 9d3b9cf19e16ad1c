import { aws_lambda as lambda, aws_lambda_destinations as destinations, aws_sns as sns, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** A FIFO topic takes the records of successes. */
export function found(stack: Stack): void {
  const topic = sns.Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-west-1:123456789012:orders.fifo');
  new lambda.Function(stack, 'Fn', { ...code, onSuccess: new destinations.SnsDestination(topic) });
}

/** A standard topic takes them. */
export function innocent(stack: Stack): void {
  const topic = sns.Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-west-1:123456789012:orders');
  new lambda.Function(stack, 'Fn', { ...code, onSuccess: new destinations.SnsDestination(topic) });
}
