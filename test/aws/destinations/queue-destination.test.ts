import { CfnParameter, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { allow, bound } from './bound';
import { AsyncDestination } from '../../../lib';
import { concreteStack, errorOf, resources } from '../fixture';

const ARN = { 'Fn::GetAtt': ['Queue4A7E3555', 'Arn'] };

describe('a queue', () => {
  test.each([undefined, sqs.QueueEncryption.SQS_MANAGED, sqs.QueueEncryption.KMS_MANAGED, sqs.QueueEncryption.UNENCRYPTED])('with encryption %p takes one action', encryption => {
    const { arn, allowed } = bound(stack => AsyncDestination.queue(new sqs.Queue(stack, 'Queue', { encryption })));

    expect(arn).toEqual(ARN);
    expect(allowed).toEqual([allow('sqs:SendMessage', ARN)]);
  });

  test('with a customer managed key needs two more on the key', () => {
    const { allowed } = bound(stack => AsyncDestination.queue(new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'Key') })));

    expect(allowed).toEqual([allow('sqs:SendMessage', ARN), allow(['kms:Decrypt', 'kms:GenerateDataKey'], { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] })]);
  });

  test('that is imported with its key needs the same', () => {
    const queueArn = 'arn:aws:sqs:eu-west-1:111111111111:orders';
    const keyArn = 'arn:aws:kms:eu-west-1:111111111111:key/orders';
    const { arn, allowed } = bound(stack => AsyncDestination.queue(sqs.Queue.fromQueueAttributes(stack, 'Queue', { queueArn, keyArn })));

    expect(arn).toBe(queueArn);
    expect(allowed).toEqual([allow('sqs:SendMessage', queueArn), allow(['kms:Decrypt', 'kms:GenerateDataKey'], keyArn)]);
  });

  test('that is imported without its key needs one action', () => {
    const { allowed } = bound(stack => AsyncDestination.queue(sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:eu-west-1:111111111111:orders')));

    expect(allowed).toEqual([allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111111111111:orders')]);
  });

  test('gets no policy of its own', () => {
    const { stack } = bound(scope => AsyncDestination.queue(new sqs.Queue(scope, 'Queue')), { stack: concreteStack() });

    expect(resources(stack, 'AWS::SQS::QueuePolicy')).toEqual({});
  });
});

describe('a FIFO queue is refused', () => {
  test('of the app', () => {
    expect(errorOf(() => bound(stack => AsyncDestination.queue(new sqs.Queue(stack, 'Queue', { fifo: true }))))).toBe(
      '`onFailure` must be a standard queue, got: AWS::SQS::Queue at Stack/Queue. Lambda refuses FIFO queues as destinations: the deployment fails. ' +
      'Use a standard queue, or a function that writes to the FIFO queue. [Stack/Config]',
    );
  });

  test('that is imported as FIFO', () => {
    const queueArn = new CfnParameter(new Stack(), 'Arn').valueAsString;

    expect(errorOf(() => bound(stack => AsyncDestination.queue(sqs.Queue.fromQueueAttributes(stack, 'Queue', { queueArn, fifo: true }))))).toBe(
      '`onFailure` must be a standard queue, got: FIFO queue Stack/Queue. Lambda refuses FIFO queues as destinations: the deployment fails. ' +
      'Use a standard queue, or a function that writes to the FIFO queue. [Stack/Config]',
    );
  });

  test('before anything is granted', () => {
    const stack = concreteStack();
    errorOf(() => bound(scope => AsyncDestination.queue(new sqs.Queue(scope, 'Queue', { fifo: true })), { stack }));

    expect(resources(stack, 'AWS::IAM::Policy')).toEqual({});
    expect(resources(stack, 'AWS::Lambda::EventInvokeConfig')).toEqual({});
  });
});
