import { canonicalAttribute, declaredType } from '../../../lib/topology/values/declared-types';

test.each([
  ['AWS::SNS::Topic', 'Ref', 'Arn'],
  ['AWS::SNS::Topic', 'TopicName', 'Name'],
  ['AWS::Events::EventBus', 'Name', 'Name'],
  ['AWS::IAM::ManagedPolicy', 'PolicyArn', 'Arn'],
  ['AWS::SQS::Queue', 'Ref', 'Ref'],
  ['AWS::Kinesis::Stream', 'Arn', 'Arn'],
  [undefined, 'Ref', 'Ref'],
])('%s.%s is its %s', (type, attribute, expected) => {
  expect(canonicalAttribute(type, attribute)).toBe(expected);
});

test('a type with the name of an inherited property is unknown', () => {
  expect(declaredType('constructor')).toBeUndefined();
});
