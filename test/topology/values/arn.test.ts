import { rendered } from '../../../lib/topology/values/value';
import { resource, resources, valueOf } from '../templates';

const DECLARED = {
  Fn: resource('Lambda::Function', { FunctionName: 'orders' }),
  Version: resource('Lambda::Version', { FunctionName: { Ref: 'Fn' } }),
  Alias: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' }),
  Foreign: resource('Lambda::Alias', { FunctionName: 'arn:aws:lambda:us-east-1:210987654321:function:other', FunctionVersion: '1', Name: 'live' }),
  Nameless: resource('Lambda::Alias', { FunctionName: 'orders', FunctionVersion: '1', Name: { Ref: 'Nope' } }),
  Queue: resource('SQS::Queue'),
  Topic: resource('SNS::Topic'),
  Bus: resource('Events::EventBus'),
  Bucket: resource('S3::Bucket'),
  Key: resource('KMS::Key'),
  Role: resource('IAM::Role'),
  Placed: resource('IAM::Role', { Path: '/team/' }),
};

/** All fields joined by another letter, so that the split shows. */
function fields(expression: unknown): string {
  return rendered(valueOf({ 'Fn::Join': ['|', { 'Fn::Split': [':', expression] }] }, {}, DECLARED)!);
}

test.each([
  ['Fn', 'arn|aws|lambda|eu-west-1|123456789012|function|${S.Fn.Name}', { 'Fn::GetAtt': ['Fn', 'Arn'] }],
  ['Version', 'arn|aws|lambda|eu-west-1|123456789012|function|${S.Fn.Name}|${S.Version.Version}', { Ref: 'Version' }],
  ['Alias', 'arn|aws|lambda|eu-west-1|123456789012|function|${S.Fn.Name}|live', { Ref: 'Alias' }],
  ['Foreign', 'arn|aws|lambda|us-east-1|210987654321|function|other|live', { Ref: 'Foreign' }],
  ['Nameless', 'arn|aws|lambda|eu-west-1|123456789012|function|orders|${S.Nameless.Name}', { Ref: 'Nameless' }],
  ['Queue', 'arn|aws|sqs|eu-west-1|123456789012|${S.Queue.Name}', { 'Fn::GetAtt': ['Queue', 'Arn'] }],
  ['Topic', 'arn|aws|sns|eu-west-1|123456789012|${S.Topic.Name}', { Ref: 'Topic' }],
  ['Bus', 'arn|aws|events|eu-west-1|123456789012|event-bus/${S.Bus.Name}', { 'Fn::GetAtt': ['Bus', 'Arn'] }],
  ['Bucket', 'arn|aws|s3|||${S.Bucket.Name}', { 'Fn::GetAtt': ['Bucket', 'Arn'] }],
  ['Key', 'arn|aws|kms|eu-west-1|123456789012|key/${S.Key.Name}', { 'Fn::GetAtt': ['Key', 'Arn'] }],
  ['Role', 'arn|aws|iam||123456789012|role/${S.Role.Name}', { 'Fn::GetAtt': ['Role', 'Arn'] }],
  ['Placed', 'arn|aws|iam||123456789012|role/team/${S.Placed.Name}', { 'Fn::GetAtt': ['Placed', 'Arn'] }],
])('the ARN of %s has the fields of the future ARN', (_, expected, expression) => {
  expect(fields(expression)).toBe(expected);
});

test('accepts a qualifier after a reference', () => {
  expect(fields({ 'Fn::Sub': '${Fn.Arn}:live' })).toBe('arn|aws|lambda|eu-west-1|123456789012|function|${S.Fn.Name}|live');
});

test('stops at aliases of each other', () => {
  const { aliases } = resources({
    A: resource('Lambda::Alias', { FunctionName: { Ref: 'B' }, Name: 'a', FunctionVersion: '1' }),
    B: resource('Lambda::Alias', { FunctionName: { Ref: 'A' }, Name: 'b', FunctionVersion: '1' }),
  });
  expect([...aliases.values()].map(alias => alias.function.kind)).toEqual(['unknown', 'unknown']);
});
