import {
  aws_iam as iam, aws_kms as kms, aws_lambda_destinations as destinations, aws_s3 as s3, aws_sns as sns, aws_sqs as sqs, type Stack,
} from 'aws-cdk-lib';
import { AsyncDestination, AsyncInvokeConfig } from '../../../lib';
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
      message: '`DestinationConfig.OnFailure.Destination` must be encrypted with a key that the function\'s execution role may use, got: S/Queue with S/Key, for which S/Fn/ServiceRole lacks kms:Decrypt and kms:GenerateDataKey. Lambda cannot deliver a record without the key: each record is lost, and only the metric `DestinationDeliveryFailures` shows it. Allow the role the missing actions on the key, e.g. with `key.grantEncryptDecrypt(fn)`: a statement about the ARN of an alias allows nothing.',
    },
  ]);
});

/** A queue, topic or bucket with a key, and a function that may deliver to it. */
const encrypted = (kind: 'queue' | 'topic' | 'bucket', key: (stack: Stack) => kms.IKey, ...statements: iam.PolicyStatement[]) => (stack: Stack) => {
  const fn = functionIn(stack, 'Fn');
  const store = {
    queue: () => new sqs.Queue(stack, 'Queue', { encryptionMasterKey: key(stack) }).queueArn,
    topic: () => new sns.Topic(stack, 'Topic', { masterKey: key(stack) }).topicArn,
    bucket: () => new s3.Bucket(stack, 'Bucket', { encryptionKey: key(stack) }).bucketArn,
  }[kind]();
  fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage', 'sns:Publish', 's3:*'], resources: ['*'] }));
  statements.forEach(statement => fn.addToRolePolicy(statement));
  failuresOf(fn, store);
};
const ownAlias = (stack: Stack) => new kms.Key(stack, 'Key').addAlias('orders');
const foreignAlias = (stack: Stack) => kms.Alias.fromAliasName(stack, 'Key', 'alias/orders');
const use = (resource: string, more?: Partial<iam.PolicyStatementProps>) => new iam.PolicyStatement({ actions: ['kms:*'], resources: [resource], ...more });
const KMS = 'arn:aws:kms:eu-west-1:123456789012:';

describe('also found is', () => {
  test.each<[string, string, (stack: Stack) => void]>([
    ['the key of a queue behind an alias of the app', 'S/Queue with S/Key, for which S/Fn/ServiceRole lacks kms:Decrypt and kms:GenerateDataKey', encrypted('queue', ownAlias)],
    ['that of a topic', 'S/Topic with S/Key, for which S/Fn/ServiceRole lacks kms:Decrypt and kms:GenerateDataKey', encrypted('topic', ownAlias)],
    ['that of a bucket', 'S/Bucket with S/Key, for which S/Fn/ServiceRole lacks kms:GenerateDataKey', encrypted('bucket', ownAlias)],
    ['an alias of the app by its name', 'S/Queue with S/Key, for which S/Fn/ServiceRole lacks kms:Decrypt and kms:GenerateDataKey', stack => {
      ownAlias(stack);
      encrypted('queue', scope => kms.Alias.fromAliasName(scope, 'ByName', 'alias/orders'))(stack);
    }],
    ['a grant on the alias, which is no grant on its key', 'S/Queue with S/Key, for which S/Fn/ServiceRole lacks kms:Decrypt and kms:GenerateDataKey',
      encrypted('queue', ownAlias, use(`${KMS}alias/orders`))],
    ['a key behind an alias of another app, of which the role is denied all', `S/Queue with ${KMS}alias/orders, for which S/Fn/ServiceRole is denied kms:Decrypt and kms:GenerateDataKey`,
      encrypted('queue', foreignAlias, use('*', { effect: iam.Effect.DENY }))],
    ['a key of another account without a grant, whatever its policy', 'S/Queue with arn:aws:kms:eu-west-1:210987654321:key/1, for which S/Fn/ServiceRole lacks kms:Decrypt and kms:GenerateDataKey',
      encrypted('queue', stack => kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:210987654321:key/1'))],
  ])('%s', (_, value, build) => {
    expect(of('DestinationKeyPermissionMissing', checked(build)).map(finding => finding.value)).toEqual([value]);
  });
});

describe('the remedy is', () => {
  test.each<[string, string, (stack: Stack) => void]>([
    ['to remove a denial', 'Remove the statement that denies it: a denial outweighs every grant.', encrypted('queue', ownAlias, use('*'), use('*', { effect: iam.Effect.DENY }))],
    ['both policies, across accounts', 'Allow the role the missing actions in its own policies and in the key policy: across accounts, both are needed.',
      encrypted('queue', stack => kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:210987654321:key/1'))],
    ['to widen the permissions boundary', 'Allow the missing actions in the permissions boundary, too.', stack => {
      encrypted('queue', ownAlias, use('*'))(stack);
      const statements = [new iam.PolicyStatement({ actions: ['sqs:*'], resources: ['*'] })];
      iam.PermissionsBoundary.of(stack).apply(new iam.ManagedPolicy(stack, 'Boundary', { statements }));
    }],
  ])('%s', (_, remedy, build) => {
    expect(of('DestinationKeyPermissionMissing', checked(build)).map(({ message }) => message.split('shows it. ')[1])).toEqual([remedy]);
  });
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
    ...(['queue', 'topic', 'bucket'] as const).map((kind): [string, (stack: Stack) => void] =>
      [`a key of a ${kind} by the name of an alias: its policy may let the role in`, encrypted(kind, foreignAlias)]),
    ['a grant by the alias of the key', encrypted('queue', ownAlias, use(`${KMS}key/*`, { conditions: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/orders' } } }))],
    ['a grant of aws-cdk-lib through the alias', stack => {
      functionIn(stack, 'Fn', { onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Queue', { encryptionMasterKey: ownAlias(stack) })) });
    }],
    ['a destination of ours with the name of an alias', stack => {
      const queue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey: foreignAlias(stack) });
      new AsyncInvokeConfig(stack, 'Config', { function: functionIn(stack, 'Fn'), onFailure: AsyncDestination.queue(queue) });
    }],
    ['a key of AWS by the name of its alias', encrypted('queue', stack => kms.Alias.fromAliasName(stack, 'Key', 'alias/aws/sqs'))],
    ['a key of AWS', stack => {
      failuresOf(functionIn(stack, 'Fn'), new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS_MANAGED }).queueArn);
    }],
  ])('%s', (_, build) => {
    expect(of('DestinationKeyPermissionMissing', checked(build))).toEqual([]);
  });
});
