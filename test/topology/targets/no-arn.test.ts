import { isNoArn } from '../../../lib/topology';
import { arnOf, AT_DEPLOY, targetOf } from '../../checks/small-templates';
import { resource } from '../templates';

const DECLARED = {
  Queue: resource('SQS::Queue'),
  Topic: resource('SNS::Topic'),
  Bus: resource('Events::EventBus', { Name: 'orders' }),
  Table: resource('DynamoDB::Table'),
  Custom: { Type: 'Custom::Queue' },
};

describe('certainly not an ARN', () => {
  test.each<[string, unknown]>([
    ['the URL of a queue', { Ref: 'Queue' }],
    ['the URL of a queue as an attribute', { 'Fn::GetAtt': ['Queue', 'QueueUrl'] }],
    ['a name', { 'Fn::GetAtt': ['Topic', 'TopicName'] }],
    ['a name by reference', { Ref: 'Bus' }],
    ['another text', 'orders'],
    ['the beginning of an ARN', 'arn'],
    ['a text that begins otherwise, whatever follows', { 'Fn::Sub': 'https://${AWS::StackId}/' }],
  ])('is %s', (_, destination) => {
    expect(isNoArn(targetOf(destination, DECLARED))).toBe(true);
  });
});

describe('perhaps an ARN', () => {
  test.each<[string, unknown]>([
    ['is an ARN', arnOf('Queue')],
    ['is an ARN that lacks its end', 'arn:aws:sqs'],
    ['is the beginning of one, of which only the deployment knows what follows', { 'Fn::Sub': 'a${AWS::StackId}' }],
    ['is what begins with something that only the deployment knows', { 'Fn::Sub': '${AWS::StackId}:orders' }],
    ['is what only the deployment knows', AT_DEPLOY],
    ['is a reference to something of which nothing is known here', { Ref: 'Table' }],
    ['is an attribute of a custom resource', { 'Fn::GetAtt': ['Custom', 'Arn'] }],
    ['is a reference to a custom resource', { Ref: 'Custom' }],
    ['is what a topic of Kafka has', 'kafka://orders'],
  ])('%s', (_, destination) => {
    expect(isNoArn(targetOf(destination, DECLARED))).toBe(false);
  });

  test('is nothing at all', () => {
    expect(isNoArn(undefined)).toBe(false);
  });
});
