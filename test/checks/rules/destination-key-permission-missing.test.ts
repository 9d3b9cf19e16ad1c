import { aws_iam as iam, aws_kms as kms, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/destination-key-permission-missing';
import { functionIn } from '../../topology/synthesized';
import { checked, failuresOf, lockedRole, of } from '../checked-apps';

test('DestinationKeyPermissionMissing is found', () => {
  const found = checked(example.found);
  expect(of('DestinationKeyPermissionMissing', found)).toEqual([
    {
      id: 'DestinationKeyPermissionMissing',
      severity: 'error',
      path: 'S/Config',
      property: 'DestinationConfig.OnFailure.Destination',
      value: 'S/Queue with S/Key, for which S/Fn/ServiceRole lacks kms:Decrypt and kms:GenerateDataKey',
      message: '`DestinationConfig.OnFailure.Destination` must be encrypted with a key that the function\'s execution role may use, got: S/Queue with S/Key, for which S/Fn/ServiceRole lacks kms:Decrypt and kms:GenerateDataKey. Lambda cannot deliver a record without the key: each record is lost, and only the metric `DestinationDeliveryFailures` shows it. Allow the role the missing actions on the key, e.g. with `key.grantEncryptDecrypt(fn)`.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a grant of aws-cdk-lib', example.innocent],
    ['a key policy that allows the role', stack => {
      const fn = functionIn(stack, 'Fn', { role: lockedRole(stack) });
      const key = new kms.Key(stack, 'Key');
      const principals = [new iam.ArnPrincipal(fn.role!.roleArn)];
      key.addToResourcePolicy(new iam.PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], principals, resources: ['*'] }));
      failuresOf(fn, new sqs.Queue(stack, 'Queue', { encryptionMasterKey: key }).queueArn);
    }],
    ['a key policy under a condition', stack => {
      const key = new kms.Key(stack, 'Key');
      const conditions = { StringEquals: { 'kms:ViaService': 'sqs.eu-west-1.amazonaws.com' } };
      key.addToResourcePolicy(new iam.PolicyStatement({ actions: ['kms:*'], principals: [new iam.AnyPrincipal()], resources: ['*'], conditions }));
      failuresOf(functionIn(stack, 'Fn'), new sqs.Queue(stack, 'Queue', { encryptionMasterKey: key }).queueArn);
    }],
    ['a key without visible policy', stack => {
      const encryptionMasterKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:123456789012:key/1');
      failuresOf(functionIn(stack, 'Fn'), new sqs.Queue(stack, 'Queue', { encryptionMasterKey }).queueArn);
    }],
    ['a key of AWS', stack => {
      failuresOf(functionIn(stack, 'Fn'), new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS_MANAGED }).queueArn);
    }],
  ])('%s', (_, build) => {
    expect(of('DestinationKeyPermissionMissing', checked(build))).toEqual([]);
  });
});
