import { aws_events as events, aws_iam as iam, aws_s3 as s3, aws_sns as sns, aws_sqs as sqs } from 'aws-cdk-lib';
import { literal } from '../../../lib/topology/values/value';
import { at, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

test('reads the policies that aws-cdk-lib adds to queues, topics, buckets and buses', () => {
  const { queues, topics, buckets, buses } = stackOf(stack => {
    const statement = (actions: string[], resources_: string[]) =>
      new iam.PolicyStatement({ sid: 'x', actions, resources: resources_, principals: [new iam.AnyPrincipal()] });
    const queue = new sqs.Queue(stack, 'Queue');
    queue.addToResourcePolicy(statement(['sqs:SendMessage'], [queue.queueArn]));
    const topic = new sns.Topic(stack, 'Topic');
    topic.addToResourcePolicy(statement(['sns:Publish'], [topic.topicArn]));
    const bucket = new s3.Bucket(stack, 'Bucket');
    bucket.addToResourcePolicy(statement(['s3:PutObject'], [bucket.arnForObjects('*')]));
    const bus = new events.EventBus(stack, 'Bus');
    bus.addToResourcePolicy(statement(['events:PutEvents'], [bus.eventBusArn]));
  });
  const actions = [
    at(queues.values(), 'S/Queue/Resource'), at(topics.values(), 'S/Topic/Resource'), at(buckets.values(), 'S/Bucket/Resource'), at(buses.values(), 'S/Bus/Resource'),
  ].map(({ policy }) => policy.map(statement => statement.actions));
  expect(actions).toEqual([[[literal('sqs:SendMessage')]], [[literal('sns:Publish')]], [[literal('s3:PutObject')]], [[literal('events:PutEvents')]]]);
});

describe('a policy belongs to the resource that it names', () => {
  const QUEUE = resource('SQS::Queue', { QueueName: 'failed' });
  const TOPIC = resource('SNS::Topic', { TopicName: 'failed' });
  const URL = { 'Fn::Sub': 'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/failed' };
  const document = { PolicyDocument: { Statement: { Effect: 'Allow' } } };

  test.each<[string, Record<string, unknown>]>([
    ['a queue by its URL', { Store: QUEUE, Policy: resource('SQS::QueuePolicy', { Queues: [URL], ...document }) }],
    ['a queue by reference', { Store: QUEUE, Policy: resource('SQS::QueueInlinePolicy', { Queue: { Ref: 'Store' }, ...document }) }],
    ['a topic by its ARN', { Store: TOPIC, Policy: resource('SNS::TopicPolicy', { Topics: ['arn:aws:sns:eu-west-1:123456789012:failed'], ...document }) }],
    ['a bucket by its name', { Store: resource('S3::Bucket', { BucketName: 'failed' }), Policy: resource('S3::BucketPolicy', { Bucket: 'failed', ...document }) }],
    ['a bus by its name', {
      Store: resource('Events::EventBus', { Name: 'failed' }),
      Policy: resource('Events::EventBusPolicy', { EventBusName: 'failed', Statement: { Effect: 'Allow' } }),
    }],
  ])('%s', (_, declared) => {
    const { queues, topics, buckets, buses } = resources(declared);
    const [store] = [queues, topics, buckets, buses].flatMap(nodes => [...nodes.values()]);
    expect(store.policy).toMatchObject([{ origin: 'S.Policy', effect: literal('Allow'), conditional: false }]);
  });
});

test('reads the policy of a bus from its own properties', () => {
  const { buses } = resources({
    Bus: resource('Events::EventBus', { Name: 'records' }),
    Policy: resource('Events::EventBusPolicy', { EventBusName: 'records', StatementId: 'all', Action: 'events:PutEvents', Principal: '*' }),
  });
  expect(buses.get('S.Bus')!.policy).toMatchObject([{ actions: [literal('events:PutEvents')], principals: [literal('*')] }]);
});

describe('a policy of an unknown resource may belong to any resource', () => {
  const policy = (queue: unknown) => resource('SQS::QueuePolicy', { Queues: [queue], PolicyDocument: { Statement: [{ Effect: 'Deny' }] } });

  test.each<[string, unknown]>([
    ['because only the deployment knows it', { 'Fn::Base64': '' }],
    ['because another resource tells it', { 'Fn::GetAtt': ['Custom', 'Url'] }],
    ['because it is of another app, or of a stack of this one that may be elsewhere', 'https://sqs.eu-west-1.amazonaws.com/123456789012/theirs'],
  ])('%s', (_, queue) => {
    const { queues, topics } = resources({
      Custom: { Type: 'Custom::Queue', Properties: { ServiceToken: 'x' } },
      Queue: resource('SQS::Queue'),
      Other: resource('SQS::Queue'),
      Topic: resource('SNS::Topic'),
      OfOther: resource('SQS::QueuePolicy', { Queues: [{ Ref: 'Other' }], PolicyDocument: { Statement: [{ Effect: 'Allow' }] } }),
      Stray: policy(queue),
    });
    expect(queues.get('S.Queue')!.policy).toMatchObject([{ origin: 'S.Stray', conditional: true }]);
    expect(queues.get('S.Other')!.policy).toMatchObject([{ origin: 'S.OfOther', conditional: false }, { origin: 'S.Stray', conditional: true }]);
    expect(topics.get('S.Topic')!.policy).toEqual([]);
  });
});
