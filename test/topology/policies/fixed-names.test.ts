import { literal, rendered, withFixedNames, type Text } from '../../../lib/topology';
import { statementWithFixedNames } from '../../../lib/topology/policies/fixed-names';
import { resource, resources } from '../templates';

const TOPOLOGY = resources({
  Fn: resource('Lambda::Function', { FunctionName: 'orders' }),
  Queue: resource('SQS::Queue', { QueueName: 'failed' }),
  Topic: resource('SNS::Topic', { TopicName: 'alarms' }),
  Bus: resource('Events::EventBus', { Name: 'records' }),
  Bucket: resource('S3::Bucket', { BucketName: 'uploads' }),
  Role: resource('IAM::Role', { RoleName: 'worker' }),
  Unnamed: resource('SQS::Queue'),
});
const named = (logicalId: string, attribute = 'Name'): Text => ({ kind: 'reference', resource: `S.${logicalId}`, attribute });

test.each([
  ['Fn', 'orders'], ['Queue', 'failed'], ['Topic', 'alarms'], ['Bus', 'records'], ['Bucket', 'uploads'], ['Role', 'worker'],
])('replaces the name of %s by %s', (logicalId, name) => {
  expect(withFixedNames(TOPOLOGY, named(logicalId))).toEqual(literal(name));
});

test('keeps the pieces around a name', () => {
  const arn: Text = { kind: 'composed', parts: ['arn:aws:sqs:eu-west-1:', { kind: 'pseudo', name: 'AWS::AccountId', stack: 'S' }, ':', { kind: 'reference', resource: 'S.Queue', attribute: 'Name' }] };
  expect(rendered(withFixedNames(TOPOLOGY, arn))).toBe('arn:aws:sqs:eu-west-1:${S.AWS::AccountId}:failed');
});

test.each<[string, Text]>([
  ['without a name of a resource', literal('failed')],
  ['that is another attribute', named('Queue', 'Arn')],
  ['that is the name which CloudFormation chooses', named('Unnamed')],
  ['that is unknown', { kind: 'unknown', reason: 'tested' }],
])('does not change a text %s', (_, text) => {
  expect(withFixedNames(TOPOLOGY, text)).toBe(text);
});

test('fixes the names in all parts of a statement', () => {
  const lists = ['resources', 'notResources', 'principals', 'notPrincipals'] as const;
  const statement = { origin: 'S.P', property: 'Statement', effect: literal('Allow'), conditional: false };
  for (const list of lists) {
    expect(statementWithFixedNames(TOPOLOGY, { ...statement, [list]: [named('Queue')] })).toMatchObject({ ...statement, [list]: [literal('failed')] });
  }
});
