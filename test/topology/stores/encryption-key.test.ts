import { literal, unknown } from '../../../lib/topology/values/value';
import { resource, resources } from '../templates';

const ARN = 'arn:aws:kms:eu-west-1:123456789012:key/0000';

test.each([
  ['a key by ARN', ARN, { kind: 'key', name: literal('0000') }],
  ['a key by id', '0000', { kind: 'key', name: literal('0000') }],
  ['a key by reference', { Ref: 'Key' }, { kind: 'key', resource: 'S.Key' }],
  ['a key by the ARN of a reference', { 'Fn::GetAtt': ['Key', 'Arn'] }, { kind: 'key', resource: 'S.Key' }],
  ['an alias of the app by name', 'alias/mine', { kind: 'key', resource: 'S.Key' }],
  ['an alias of the app by reference', { Ref: 'Alias' }, { kind: 'key', resource: 'S.Key' }],
  ['an alias of somebody else', 'alias/yours', { kind: 'other', name: literal('alias/yours') }],
  ['an alias of an alias', { Ref: 'Twice' }, unknown('it is not an ARN: ${S.Alias.Ref}')],
  ['a key of AWS', 'alias/aws/sqs', undefined],
  ['a key of AWS by ARN', 'arn:aws:kms:eu-west-1:123456789012:alias/aws/sqs', undefined],
  ['no key', '', undefined],
  ['nothing that is known', { 'Fn::Base64': '' }, unknown('`Fn::Base64` is known at deploy time only')],
])('%s', (_, KmsMasterKeyId, expected) => {
  const { queues } = resources({
    Key: resource('KMS::Key'),
    Alias: resource('KMS::Alias', { AliasName: 'alias/mine', TargetKeyId: { Ref: 'Key' } }),
    Twice: resource('KMS::Alias', { AliasName: 'alias/twice', TargetKeyId: { Ref: 'Alias' } }),
    Queue: resource('SQS::Queue', { KmsMasterKeyId }),
  });
  const { encryptionKey } = queues.get('S.Queue')!;
  if (expected === undefined) {
    expect(encryptionKey).toBeUndefined();
  } else {
    expect(encryptionKey).toMatchObject(expected);
  }
});
