import { aws_kms as kms, aws_lambda as lambda, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The grant of aws-cdk-lib covers the queue, but not its key. */
export function found(stack: Stack): void {
  const key = new kms.Key(stack, 'Key');
  new lambda.Function(stack, 'Fn', { ...code, deadLetterQueue: new sqs.Queue(stack, 'Queue', { encryptionMasterKey: key }) });
}

/** The role may use the key. */
export function innocent(stack: Stack): void {
  const key = new kms.Key(stack, 'Key');
  const fn = new lambda.Function(stack, 'Fn', { ...code, deadLetterQueue: new sqs.Queue(stack, 'Queue', { encryptionMasterKey: key }) });
  key.grantEncryptDecrypt(fn);
}
