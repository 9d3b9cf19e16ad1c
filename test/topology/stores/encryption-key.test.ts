import { readTemplates } from '../../../lib/topology';
import { literal, textOf, unknown } from '../../../lib/topology/values/value';
import { resource, resources } from '../templates';

const PLACE = 'arn:aws:kms:eu-west-1:123456789012:';
const ARN = `${PLACE}key/0000`;

/** The id of the key behind an alias that the app does not declare. */
const behind = (alias: string) => textOf([{ kind: 'pseudo', name: 'key', stack: `${PLACE}${alias}` }]);

test.each([
  ['a key by ARN', ARN, { kind: 'key', name: literal('0000') }],
  ['a key by id', '0000', { kind: 'key', name: literal('0000') }],
  ['a key by reference', { Ref: 'Key' }, { kind: 'key', resource: 'S.Key' }],
  ['a key by the ARN of a reference', { 'Fn::GetAtt': ['Key', 'Arn'] }, { kind: 'key', resource: 'S.Key' }],
  ['an alias of the app by name', 'alias/mine', { kind: 'key', resource: 'S.Key' }],
  ['an alias of the app by reference', { Ref: 'Alias' }, { kind: 'key', resource: 'S.Key' }],
  ['an alias of the app by ARN', `${PLACE}alias/mine`, { kind: 'key', resource: 'S.Key' }],
  ['an alias of the app by the ARN with its name', { 'Fn::Sub': 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:${Alias}' }, { kind: 'key', resource: 'S.Key' }],
  ['an alias of the app whose name has a part of the deployment', { 'Fn::Sub': 'alias/${AWS::StackId}' }, { kind: 'key', resource: 'S.Key' }],
  ['an alias of the app for a key by id', 'alias/imported', { kind: 'key', resource: undefined, name: literal('0000') }],
  ['an alias of the app that may not be there', 'alias/maybe', unknown('condition `Maybe` is known at deploy time only')],
  ['an alias outside the app', 'alias/yours', { kind: 'key', resource: undefined, name: behind('alias/yours'), account: literal('123456789012') }],
  ['an alias outside the app by ARN', `${PLACE}alias/yours`, { kind: 'key', resource: undefined, name: behind('alias/yours') }],
  ['an alias of that name in another Region', 'arn:aws:kms:eu-west-2:123456789012:alias/mine', { kind: 'key', resource: undefined, region: literal('eu-west-2') }],
  ['an alias of an alias', { Ref: 'Twice' }, unknown('an alias cannot point to an alias')],
  ['a key of AWS', 'alias/aws/sqs', undefined],
  ['a key of AWS by ARN', 'arn:aws:kms:eu-west-1:123456789012:alias/aws/sqs', undefined],
  ['a key of AWS by ARN in an open place', { 'Fn::Sub': 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:alias/aws/sqs' }, undefined],
  ['no key', '', undefined],
  ['nothing that is known', { 'Fn::Base64': '' }, unknown('`Fn::Base64` is known at deploy time only')],
])('%s', (_, KmsMasterKeyId, expected) => {
  const { queues } = resources({
    Key: resource('KMS::Key'),
    Alias: resource('KMS::Alias', { AliasName: 'alias/mine', TargetKeyId: { Ref: 'Key' } }),
    Twice: resource('KMS::Alias', { AliasName: 'alias/twice', TargetKeyId: { Ref: 'Alias' } }),
    Composed: resource('KMS::Alias', { AliasName: { 'Fn::Sub': 'alias/${AWS::StackId}' }, TargetKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } }),
    Imported: resource('KMS::Alias', { AliasName: 'alias/imported', TargetKeyId: '0000' }),
    Maybe: resource('KMS::Alias', { AliasName: 'alias/maybe', TargetKeyId: { Ref: 'Key' } }, { Condition: 'Maybe' }),
    Queue: resource('SQS::Queue', { KmsMasterKeyId }),
  }, { Conditions: { Maybe: { 'Fn::Equals': [{ Ref: 'AWS::StackId' }, ''] } } });
  const { encryptionKey } = queues.get('S.Queue')!;
  if (expected === undefined) {
    expect(encryptionKey).toBeUndefined();
  } else {
    expect(encryptionKey).toMatchObject(expected);
  }
});

test.each(['SQS::Queue', 'SNS::Topic'])('an alias of another stack of the account and Region is found by %s', type => {
  const environment = 'aws://123456789012/eu-west-1';
  const topology = readTemplates([
    { name: 'Keys', environment, template: { Resources: { Key: resource('KMS::Key'), Alias: resource('KMS::Alias', { AliasName: 'alias/mine', TargetKeyId: { Ref: 'Key' } }) } } },
    { name: 'S', environment, template: { Resources: { Store: resource(type, { KmsMasterKeyId: 'alias/mine' }) } } },
  ]);
  const store = topology.queues.get('S.Store') ?? topology.topics.get('S.Store');

  expect(store?.encryptionKey).toMatchObject({ kind: 'key', resource: 'Keys.Key' });
});

test('a bucket may name an alias', () => {
  const { buckets } = resources({
    Bucket: resource('S3::Bucket', {
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: `${PLACE}alias/yours` } }] },
    }),
  });
  expect(buckets.get('S.Bucket')!.encryptionKey).toMatchObject({ kind: 'key', name: behind('alias/yours') });
});
