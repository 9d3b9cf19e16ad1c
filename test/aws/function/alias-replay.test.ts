import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AsyncAlias, AsyncDestination, AsyncFunction, ReplaySource } from '../../../lib';
import { agnosticStack, CODE, errorOf, fn, resources } from '../fixture';
import { flat } from '../replay/replays';

/** Sources and targets of the only replay of a stack. */
function settings(stack: lambda.Function['stack']) {
  const [{ Properties }] = Object.entries(resources(stack, 'AWS::Lambda::Function')).filter(([id]) => id.includes('ReplaySender')).map(([, resource]) => resource);
  const { REPLAY_SOURCES, REPLAY_TARGETS } = Properties.Environment.Variables;
  return [REPLAY_SOURCES, REPLAY_TARGETS].map(value => JSON.parse(flat(value).replace(/(\w)[0-9A-F]{8}/g, '$1')));
}

test('a function replays its failure queue', () => {
  const stack = agnosticStack();
  const replay = new AsyncFunction(stack, 'Orders', CODE).addReplay({ rate: 5 });

  expect(replay.node.path).toBe('Stack/Orders/Alias/Replay');
  expect(settings(stack)).toEqual([
    [{ name: 'Orders-Alias-FailureQueue', kind: 'queue', url: '<OrdersAliasFailureQueue>' }],
    [{ functionArn: '<Orders.Arn>' }],
  ]);
});

test('an alias replays the queue or bucket that is its destination', () => {
  const [byQueue, byBucket] = [agnosticStack(), agnosticStack()];
  new AsyncAlias(byQueue, 'Live', { function: fn(byQueue), onFailure: AsyncDestination.queue(new sqs.Queue(byQueue, 'Failed')) }).addReplay();
  new AsyncAlias(byBucket, 'Live', { function: fn(byBucket), onFailure: AsyncDestination.bucket(new s3.Bucket(byBucket, 'Records')) }).addReplay();

  expect(settings(byQueue)[0]).toEqual([{ name: 'Failed', kind: 'queue', url: '<Failed>' }]);
  expect(settings(byBucket)[0]).toEqual([{ name: 'Records', kind: 'bucket', bucket: '<Records>', prefix: 'aws/lambda/async/' }]);
});

test('you may give other sources, and further functions', () => {
  const stack = agnosticStack();
  const made = new AsyncFunction(stack, 'Orders', { ...CODE, onFailure: AsyncDestination.topic(new sns.Topic(stack, 'Topic')) });
  made.addReplay({ from: [ReplaySource.queue(new sqs.Queue(stack, 'Subscribed'))], targets: [fn(stack, 'Repaired')] });

  expect(settings(stack)).toEqual([
    [{ name: 'Subscribed', kind: 'queue', url: '<Subscribed>' }],
    [{ functionArn: '<Orders.Arn>' }, { functionArn: '<Repaired.Arn>' }],
  ]);
});

test.each([
  ['a topic', (stack: lambda.Function['stack']) => AsyncDestination.topic(new sns.Topic(stack, 'Topic'))],
  ['no destination', () => AsyncDestination.none()],
])('with %s, the source must be given', (_, onFailure) => {
  const stack = agnosticStack();
  const made = new AsyncFunction(stack, 'Orders', { ...CODE, onFailure: onFailure(stack) });

  expect(errorOf(() => made.addReplay())).toBe(
    '`from` must be given unless failed events go to the failure queue, or to an `AsyncDestination` that is a queue or a bucket, got: none. ' +
    'A topic, a bus and a function keep no records: the replay cannot tell where they end. ' +
    'Subscribe a queue to the topic, make it the target of a rule, or archive the bus, and give that as `from`. [Stack/Orders/Alias]',
  );
});
