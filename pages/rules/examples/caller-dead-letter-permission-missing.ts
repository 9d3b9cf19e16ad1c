import { aws_events as events, aws_events_targets as targets, aws_kms as kms, aws_lambda as lambda, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The target of aws-cdk-lib lets EventBridge use the queue, but not its key. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  const deadLetterQueue = new sqs.Queue(stack, 'Undelivered', { encryptionMasterKey: new kms.Key(stack, 'Key') });
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn, { deadLetterQueue })] });
}

/** The queue needs no key of KMS. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  const deadLetterQueue = new sqs.Queue(stack, 'Undelivered', { encryption: sqs.QueueEncryption.SQS_MANAGED });
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn, { deadLetterQueue })] });
}
