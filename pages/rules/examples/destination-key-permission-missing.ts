import {
  aws_iam as iam,
  aws_kms as kms,
  aws_lambda as lambda,
  aws_lambda_destinations as destinations,
  aws_sqs as sqs,
  type Stack,
} from 'aws-cdk-lib';
import { code } from '../code';

/** The role may send to the queue, but not use its key. */
export function found(stack: Stack): void {
  const queue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'Key') });
  const fn = new lambda.Function(stack, 'Fn', code);
  fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
  new lambda.CfnEventInvokeConfig(stack, 'Config', {
    functionName: fn.functionName,
    qualifier: '$LATEST',
    destinationConfig: { onFailure: { destination: queue.queueArn } },
  });
}

/** The destination of aws-cdk-lib grants both. */
export function innocent(stack: Stack): void {
  const queue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'Key') });
  new lambda.Function(stack, 'Fn', { ...code, onFailure: new destinations.SqsDestination(queue) });
}
