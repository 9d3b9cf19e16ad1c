import { flowsOf, flowStories, losesSomething } from '../../../lib/cli/simulate/flows';
import { sourceOf, type SourceOptions } from '../../../lib/cli/simulate/source';
import { UsageError } from '../../../lib/cli/usage-error';
import { app, arn, resource } from '../../simulator/sources/app';

const SEE = 'See `cdk-async-invoke simulate --help`.';

const shop = () => app([], {
  Queue: resource('SQS::Queue', {}),
  Fifo: resource('SQS::Queue', { QueueName: 'jobs.fifo', FifoQueue: true }),
  Topic: resource('SNS::Topic', {}),
  Subscription: resource('SNS::Subscription', {
    TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint: arn('Queue'), RawMessageDelivery: true, FilterPolicy: { kind: ['order'] },
  }),
  Rule: resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'q', Arn: arn('Queue') }] }),
  Bucket: resource('S3::Bucket', {}),
});

async function sent(options: SourceOptions, payload?: string) {
  const sim = shop();
  await sourceOf(options, payload)!(sim);
  await sim.clock.settle();
  return sim;
}

const bodies = async (options: SourceOptions, payload?: string) => (await sent(options, payload)).queue('Queue').messages.map(({ body }) => body);

test('sends nothing without a source', () => {
  expect(sourceOf({}, '{}')).toBeUndefined();
});

test.each([
  ['EventBridge shows it', '{"source":"shop","detail-type":"Ordered","detail":{"id":12345678901234567890}}'],
  ['PutEvents takes it', '{"Source":"shop","DetailType":"Ordered","Detail":"{\\"id\\":12345678901234567890}"}'],
])('puts an event as %s', async (_, payload) => {
  const [body] = await bodies({ 'put-event': 'default' }, payload);
  expect(body).toContain('"detail-type":"Ordered","source":"shop"');
  expect(body).toContain('"detail":{"id":12345678901234567890}');
});

test.each([[undefined, '{}'], ['{"a": 1}', '{"a": 1}']])('publishes the payload %j with attributes', async (payload, body) => {
  expect(await bodies({ publish: 'Topic', attribute: ['kind=order'] }, payload)).toEqual([body]);
  expect(await bodies({ publish: 'Topic', attribute: ['kind=other'] }, payload)).toEqual([]);
});

test('takes everything behind the first = as the value of an attribute', async () => {
  const sim = await sent({ message: 'Queue', attribute: ['a=b=c', 'empty='] });
  expect(sim.queue('Queue').messages[0].attributes).toEqual({ a: { DataType: 'String', StringValue: 'b=c' }, empty: { DataType: 'String', StringValue: '' } });
});

test('sends to a group of a FIFO queue', async () => {
  expect((await sent({ message: 'jobs.fifo', group: 'g' }, '{"id":1}')).queue('Fifo').messages).toMatchObject([{ body: '{"id":1}' }]);
});

test('uploads an object, also with a colon in its key', async () => {
  const sim = await sent({ upload: 'Bucket:in/a:b.json' }, '{}');
  expect(flowsOf(sim)).toMatchObject([{ timeline: [expect.stringContaining('in/a:b.json')], ends: [{ kind: 'stored' }] }]);
});

test.each<[SourceOptions, string | undefined, string]>([
  [{ 'publish': 'T', 'put-event': 'B' }, undefined, '`--put-event` and `--publish` exclude each other.'],
  [{ publish: 'T', message: 'Q', upload: 'B:k' }, undefined, '`--publish` and `--message` and `--upload` exclude each other.'],
  [{ attribute: ['a=b'] }, undefined, '`--attribute` needs `--publish` or `--message`: only messages have attributes.'],
  [{ 'put-event': 'B', 'group': 'g' }, undefined, '`--group` needs `--publish` or `--message`: only messages have groups.'],
  [{ publish: 'T', attribute: ['ab'] }, undefined, '`--attribute` must be NAME=VALUE, got: ab.'],
  [{ publish: 'T', attribute: ['=b'] }, undefined, '`--attribute` must be NAME=VALUE, got: =b.'],
  ...['Bucket', 'Bucket:', ''].map((upload): [SourceOptions, undefined, string] => [{ upload }, undefined, `\`--upload\` must be a bucket, a colon and a key, e.g. Uploads:in/a.png, got: ${upload}.`]),
  ...[undefined, '{}', '[]', 'null', '7', '{"source":"s"}', '{"detail-type":"t"}', '{"source":1,"detail-type":"t"}'].map((payload): [SourceOptions, string | undefined, string] => [
    { 'put-event': 'B' }, payload, '`--put-event` needs an event with `source` and `detail-type` in `--payload`, e.g. \'{"source": "shop", "detail-type": "Ordered", "detail": {"id": 1}}\'.',
  ]),
])('refuses %j with the payload %j', (options, payload, message) => {
  expect(() => sourceOf(options, payload)).toThrow(new UsageError(`${message} ${SEE}`));
});

test.each<[SourceOptions, string]>([
  [{ 'put-event': 'Nope' }, '`--put-event`: No bus is called `Nope`. There are: `default`.'],
  [{ publish: 'Nope' }, '`--publish`: No topic is called `Nope`. There are: `Shop.Topic`.'],
  [{ message: 'Nope' }, '`--message`: No queue is called `Nope`. There are: `Shop.Fifo`, `Shop.Queue`.'],
  [{ upload: 'Nope:a' }, '`--upload`: No bucket is called `Nope`. There are: `Shop.Bucket`.'],
  [{ message: 'Fifo' }, '`--message`: `groupId` must be set, because the queue is a FIFO queue'],
])('refuses %j', async (options, message) => {
  await expect(sent(options, '{"source":"shop","detail-type":"t"}')).rejects.toThrow(new UsageError(message));
});

test('tells a flow with its ends', async () => {
  const flows = flowsOf(await sent({ publish: 'Topic', attribute: ['kind=order'] }));
  expect(flowStories(flows, false)).toEqual([[
    '2026-01-01T00:00:00.000Z',
    '  0:00:00  message to topic `Topic`',
    '    0:00:00  taken by subscription `Subscription`',
    '      0:00:00  notification in queue `Queue`',
    '  stored: notification in queue `Queue`',
  ].join('\n')]);
  expect(flows.map(losesSomething)).toEqual([false]);
});
