import { Stack, aws_iam as iam, aws_kms as kms, aws_sns as sns, aws_sqs as sqs } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/dead-letter-key-permission-missing';
import { ENV, functionIn } from '../../topology/synthesized';
import { checked, checkedApp, executionRole, of } from '../checked-apps';

const ID = 'DeadLetterKeyPermissionMissing';

test('DeadLetterKeyPermissionMissing is found', () => {
  expect(of(ID, checked(example.found))).toEqual([
    {
      id: 'DeadLetterKeyPermissionMissing',
      severity: 'error',
      path: 'S/Fn/Resource',
      property: 'DeadLetterConfig.TargetArn',
      value: 'S/Queue with S/Key, for which S/Fn/ServiceRole lacks kms:Decrypt and kms:GenerateDataKey',
      message: '`DeadLetterConfig.TargetArn` must be encrypted with a key that the function\'s execution role may use, got: S/Queue with S/Key, for which S/Fn/ServiceRole lacks kms:Decrypt and kms:GenerateDataKey. Lambda cannot send an event without the key: each dead letter is lost, and only the metric `DeadLetterErrors` shows it. Allow the role the missing actions on the key, e.g. with `key.grantEncryptDecrypt(fn)`: `deadLetterQueue` of aws-cdk-lib grants the queue, but not its key.',
    },
  ]);
});

test('also found is the key that aws-cdk-lib makes for a queue', () => {
  const found = checked(stack => {
    functionIn(stack, 'Fn', { deadLetterQueue: new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS }) });
  });
  expect(of(ID, found).map(({ value }) => value)).toEqual([
    'S/Queue with S/Queue/Key, for which S/Fn/ServiceRole lacks kms:Decrypt and kms:GenerateDataKey',
  ]);
});

test.each<[string, (stack: Stack, alias: kms.Alias) => kms.IKey]>([
  ['by its alias', (_, alias) => alias],
  ['by the name of its alias', stack => kms.Alias.fromAliasName(stack, 'ByName', 'alias/orders')],
])('also found is a key of the app %s', (_, named) => {
  const found = checked(stack => {
    const alias = new kms.Key(stack, 'Key').addAlias('orders');
    functionIn(stack, 'Fn', { deadLetterQueue: new sqs.Queue(stack, 'Queue', { encryptionMasterKey: named(stack, alias) }) });
  });
  expect(of(ID, found).map(({ value }) => value)).toEqual([
    'S/Queue with S/Key, for which S/Fn/ServiceRole lacks kms:Decrypt and kms:GenerateDataKey',
  ]);
});

test('also found is the key of a queue of another stack', () => {
  const found = checkedApp(app => {
    const stores = new Stack(app, 'Stores', { env: ENV });
    const deadLetterQueue = new sqs.Queue(stores, 'Queue', { encryptionMasterKey: new kms.Key(stores, 'Key') });
    functionIn(new Stack(app, 'S', { env: ENV }), 'Fn', { deadLetterQueue });
  });
  expect(of(ID, found).map(({ value }) => value)).toEqual([
    'Stores/Queue with Stores/Key, for which S/Fn/ServiceRole lacks kms:Decrypt and kms:GenerateDataKey',
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a grant', example.innocent],
    ['a queue without a key', stack => {
      functionIn(stack, 'Fn', { deadLetterQueue: new sqs.Queue(stack, 'Queue') });
    }],
    ['a key of AWS', stack => {
      functionIn(stack, 'Fn', { deadLetterQueue: new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS_MANAGED }) });
    }],
    ['a key outside the app', stack => {
      const encryptionMasterKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:123456789012:key/1');
      functionIn(stack, 'Fn', { deadLetterQueue: new sqs.Queue(stack, 'Queue', { encryptionMasterKey }) });
    }],
    ['a key by the name of an alias of another app, whose policy may let the role in', stack => {
      const encryptionMasterKey = kms.Alias.fromAliasName(stack, 'Key', 'alias/orders');
      functionIn(stack, 'Fn', { deadLetterQueue: new sqs.Queue(stack, 'Queue', { encryptionMasterKey }) });
    }],
    ['a key policy that allows the role', stack => {
      const role = executionRole(stack);
      const key = new kms.Key(stack, 'Key');
      const principals = [new iam.ArnPrincipal(role.roleArn)];
      key.addToResourcePolicy(new iam.PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], principals, resources: ['*'] }));
      functionIn(stack, 'Fn', { role, deadLetterTopic: new sns.Topic(stack, 'Topic', { masterKey: key }) });
    }],
  ])('%s', (_, build) => {
    expect(of(ID, checked(build))).toEqual([]);
  });
});
