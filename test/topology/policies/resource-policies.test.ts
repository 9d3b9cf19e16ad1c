import { aws_events as events, aws_iam as iam, aws_s3 as s3, aws_sns as sns, aws_sqs as sqs } from 'aws-cdk-lib';
import { literal } from '../../../lib/topology/values/value';
import { at, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

test('queues, topics, buckets and buses have the policies that aws-cdk-lib puts on them', () => {
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

test('a policy of a resource that is unknown is that of none', () => {
  const { queues } = resources({
    Queue: resource('SQS::Queue'),
    Policy: resource('SQS::QueuePolicy', { Queues: ['https://queue'], PolicyDocument: { Statement: [{ Effect: 'Deny' }] } }),
  });
  expect(queues.get('S.Queue')!.policy).toEqual([]);
});
