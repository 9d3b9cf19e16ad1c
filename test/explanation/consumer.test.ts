import { consumersOf, type Consumer } from '../../lib/explanation/consumer';
import { arnOf, FN, sending } from '../checks/small-templates';
import { resource, resources } from '../topology/templates';

function consumers(onFailure: unknown, declared: Record<string, unknown>): Consumer[] {
  const topology = resources({ Fn: FN, Next: FN, Config: sending(onFailure as object), ...declared });
  const fn = topology.qualifiedFunctions.get('S.Fn:$LATEST')!;
  return consumersOf(topology, [fn.onSuccess, fn.onFailure, fn.deadLetterQueue]);
}

test('finds the function that reads a queue', () => {
  expect(consumers(arnOf('Queue'), {
    Queue: resource('SQS::Queue'),
    Mapping: resource('Lambda::EventSourceMapping', { EventSourceArn: arnOf('Queue'), FunctionName: { Ref: 'Next' } }),
    Other: resource('Lambda::EventSourceMapping', { EventSourceArn: 'arn:aws:sqs:eu-west-1:123456789012:other', FunctionName: { Ref: 'Next' } }),
  })).toEqual([{ from: 'queue S.Queue', kind: 'event-source-mapping', by: 'S.Mapping', to: 'S.Next' }]);
});

test('finds the subscriptions of a topic, for functions and queues', () => {
  const subscription = (Protocol: string, Endpoint: unknown) => resource('SNS::Subscription', { Protocol, TopicArn: { Ref: 'Topic' }, Endpoint });
  expect(consumers({ Ref: 'Topic' }, {
    Topic: resource('SNS::Topic'), Queue: resource('SQS::Queue'), ToFunction: subscription('lambda', arnOf('Next')), ToQueue: subscription('sqs', arnOf('Queue')),
  })).toEqual([
    { from: 'topic S.Topic', kind: 'sns-subscription', by: 'S.ToFunction', to: 'S.Next' },
    { from: 'topic S.Topic', kind: 'sns-subscription', by: 'S.ToQueue', to: 'queue S.Queue' },
  ]);
});

test.each<[what: string, pattern: object, isFound: boolean]>([
  ['of records', { source: ['lambda'] }, true],
  ['without a source', { 'detail-type': ['Lambda Function Invocation Result - Failure'] }, true],
  ['with a source that only the deployment knows', { source: [{ 'Fn::ImportValue': 'source' }] }, true],
  ['of another source', { source: ['shop'] }, false],
])('finds a rule whose pattern may match: %s', (_, EventPattern, isFound) => {
  const Rule = resource('Events::Rule', { EventBusName: { Ref: 'Bus' }, EventPattern, Targets: [{ Arn: arnOf('Next') }] });
  expect(consumers(arnOf('Bus'), { Bus: resource('Events::EventBus', { Name: 'records' }), Rule }))
    .toEqual(isFound ? [{ from: 'bus S.Bus', kind: 'event-rule', by: 'S.Rule', to: 'S.Next' }] : []);
});

test('finds nothing behind a function, or without a destination', () => {
  expect(consumers(arnOf('Next'), {})).toEqual([]);
  expect(consumers('', {})).toEqual([]);
});
