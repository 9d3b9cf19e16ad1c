import { aws_sns as sns, aws_sns_subscriptions as subscriptions, aws_sqs as sqs } from 'aws-cdk-lib';
import { functionIn, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

test('reads subscribed functions and queues, not mail addresses', () => {
  const { invocations, deliveries } = stackOf(stack => {
    const topic = new sns.Topic(stack, 'Topic');
    topic.addSubscription(new subscriptions.LambdaSubscription(functionIn(stack, 'Fn'), { deadLetterQueue: new sqs.Queue(stack, 'Lost') }));
    topic.addSubscription(new subscriptions.SqsSubscription(new sqs.Queue(stack, 'Queue')));
    topic.addSubscription(new subscriptions.EmailSubscription('someone@example.com'));
  });
  expect(invocations).toMatchObject([{
    kind: 'sns-subscription',
    property: 'Endpoint',
    from: { kind: 'topic', resource: expect.stringMatching(/^S\.Topic/) },
    to: { kind: 'function' },
    deadLetterQueue: { kind: 'queue', resource: expect.stringMatching(/^S\.Lost/) },
  }]);
  expect(deliveries).toMatchObject([{ to: { kind: 'queue' } }]);
});

test('reads subscriptions within a topic, which have no dead-letter queue and no filter', () => {
  const { invocations: [invocation], ...topology } = resources({
    Fn: resource('Lambda::Function'),
    Topic: resource('SNS::Topic', { Subscription: [{ Protocol: 'lambda', Endpoint: { 'Fn::GetAtt': ['Fn', 'Arn'] }, FilterPolicy: {} }] }),
  });
  expect(topology.deliveries).toEqual([]);
  expect(invocation).toMatchObject({ property: 'Subscription[0].Endpoint', from: { resource: 'S.Topic' }, to: { resource: 'S.Fn' }, filtered: false });
  expect(invocation).toMatchObject({ deadLetterQueue: undefined, deadLetterProperty: undefined });
});

test('marks a filter policy', () => {
  const { invocations } = stackOf(stack => {
    const topic = new sns.Topic(stack, 'Topic');
    topic.addSubscription(new subscriptions.LambdaSubscription(functionIn(stack, 'All')));
    topic.addSubscription(new subscriptions.LambdaSubscription(functionIn(stack, 'Some'), {
      filterPolicy: { colour: sns.SubscriptionFilter.stringFilter({ allowlist: ['red'] }) },
    }));
  });
  expect(invocations.map(({ filtered }) => filtered)).toEqual([false, true]);
});
