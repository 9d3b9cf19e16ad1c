import { waitOfSns } from '../../../../lib/simulator/sources/topic/simulated-topic';
import { app, arn, mapping, resource } from '../app';

const subscription = (protocol: string, endpoint: object | string, settings: object = {}) => resource('SNS::Subscription', { TopicArn: { Ref: 'Topic' }, Protocol: protocol, Endpoint: endpoint, ...settings });
const TOPIC = { Topic: resource('SNS::Topic', {}) };

test('notifies a function in the form of SNS', async () => {
  const sim = app(['Mail'], { ...TOPIC, Sub: subscription('lambda', arn('Mail')) });
  const events: unknown[] = [];
  sim.function('Mail').respond(event => void events.push(event));
  const flow = await sim.topic('Topic').publish('hello', { subject: 'Hi', attributes: { color: 'red', price: 7, tags: ['a', 'b'] } });
  await sim.clock.settle();
  const topic = sim.topic('Topic').arn;
  expect(events).toEqual([{
    Records: [{
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: expect.stringMatching(`^${topic}:`),
      Sns: {
        Type: 'Notification',
        MessageId: expect.any(String),
        TopicArn: topic,
        Subject: 'Hi',
        Message: 'hello',
        Timestamp: '2026-01-01T00:00:00.000Z',
        SignatureVersion: '1',
        Signature: 'EXAMPLE',
        SigningCertUrl: expect.any(String),
        UnsubscribeUrl: expect.any(String),
        MessageAttributes: { color: { Type: 'String', Value: 'red' }, price: { Type: 'Number', Value: '7' }, tags: { Type: 'String.Array', Value: '["a","b"]' } },
      },
    }],
  }]);
  expect(flow.timeline).toEqual([
    '0:00:00  message to topic `Topic`',
    '  0:00:00  taken by subscription `Sub`',
    '    0:00:00  accepted by `Mail`',
    '    0:00:00  attempt 1 succeeded (version $LATEST)',
  ]);
});

test('sends a queue an envelope, or the message itself where delivery is raw', async () => {
  const sim = app([], { ...TOPIC, Wrapped: resource('SQS::Queue', {}), Raw: resource('SQS::Queue', {}), A: subscription('sqs', arn('Wrapped')), B: subscription('sqs', arn('Raw'), { RawMessageDelivery: true }) });
  await sim.topic('Topic').publish({ id: 1 }, { attributes: { color: 'red' } });
  expect(JSON.parse(sim.queue('Wrapped').messages[0].body)).toMatchObject({ Type: 'Notification', Message: '{"id":1}', MessageAttributes: { color: { Type: 'String', Value: 'red' } } });
  expect(sim.queue('Wrapped').messages[0].attributes).toEqual({});
  expect(sim.queue('Raw').messages).toMatchObject([{ body: '{"id":1}', attributes: { color: { DataType: 'String', StringValue: 'red' } } }]);
});

test('fans out to subscriptions in the topic itself and beside it', async () => {
  const sim = app(['Mail'], {
    Queue: resource('SQS::Queue', {}),
    Topic: resource('SNS::Topic', { Subscription: [{ Protocol: 'sqs', Endpoint: arn('Queue') }] }),
    Sub: subscription('lambda', arn('Mail')),
    Http: subscription('https', 'https://example.com'),
  });
  const flow = await sim.topic('Topic').publish('x');
  expect(flow.outcomes).toHaveLength(1);
  expect(flow.ends).toMatchObject([
    { kind: 'stored', at: 'queue `Queue`' },
    { kind: 'outside', text: 'notification to target `https://example.com`, which is not played' },
  ]);
});

test.each([
  ['attributes', { FilterPolicy: { color: ['red'] } }],
  ['body', { FilterPolicy: { color: ['red'] }, FilterPolicyScope: 'MessageBody' }],
])('lets pass what the filter policy on the %s wants', async (_, policy) => {
  const sim = app([], { ...TOPIC, Queue: resource('SQS::Queue', {}), Sub: subscription('sqs', arn('Queue'), { RawMessageDelivery: true, ...policy }) });
  await sim.topic('Topic').publish({ color: 'red' }, { attributes: { color: 'red' } });
  const flow = await sim.topic('Topic').publish({ color: 'blue' }, { attributes: { color: 'blue' } });
  expect(sim.queue('Queue').messages.map(({ body }) => body)).toEqual(['{"color":"red"}']);
  expect(flow.ends).toMatchObject([{ kind: 'ignored', text: 'message to topic `Topic`, which no filter policy lets pass' }]);
});

test('sends what a subscriber may not get to the dead-letter queue of the subscription', async () => {
  const sim = app([], { ...TOPIC, Fn: resource('Lambda::Function', {}), Dead: resource('SQS::Queue', {}), Sub: subscription('lambda', arn('Fn'), { RedrivePolicy: { deadLetterTargetArn: arn('Dead') } }) });
  const flow = await sim.topic('Topic').publish('x');
  expect(flow.timeline.slice(2)).toEqual([
    '    0:00:00  not delivered to function `Fn`: sns.amazonaws.com may not invoke the function',
    '      0:00:00  dead letter in queue `Dead`',
  ]);
  expect(JSON.parse(sim.queue('Dead').messages[0].body)).toMatchObject({ Records: [{ Sns: { Message: 'x' } }] });
});

test('loses what a queue does not let in', async () => {
  const sim = app([], { ...TOPIC, Queue: resource('SQS::Queue', {}), QueuePolicy: resource('SQS::QueuePolicy', { Queues: [{ Ref: 'Queue' }], PolicyDocument: { Statement: [] } }), Sub: subscription('sqs', arn('Queue')) });
  expect((await sim.topic('Topic').publish('x')).ends).toMatchObject([
    { kind: 'lost', text: 'lost, not delivered to queue `Queue`: its policy does not allow sqs:SendMessage to sns.amazonaws.com' },
  ]);
});

test('passes group and order on to a FIFO queue, and drops what it has got', async () => {
  const sim = app([], {
    Topic: resource('SNS::Topic', { TopicName: 't.fifo', FifoTopic: true, ContentBasedDeduplication: true }),
    Queue: resource('SQS::Queue', { QueueName: 'q.fifo', FifoQueue: true, ContentBasedDeduplication: true }),
    Sub: subscription('sqs', arn('Queue'), { RawMessageDelivery: true }),
  });
  await sim.topic('Topic').publish('a', { groupId: 'g' });
  await sim.topic('Topic').publish('b', { groupId: 'g' });
  await sim.topic('Topic').publish('a', { groupId: 'g' });
  expect(sim.queue('Queue').receive().map(({ body }) => body)).toEqual(['a', 'b']);
});

test('retries as SNS documents while Lambda refuses', async () => {
  const sim = app(['Mail'], { ...TOPIC, Sub: subscription('lambda', arn('Mail')) });
  sim.function('Mail').refuseEvents();
  const flow = await sim.topic('Topic').publish('x');
  await sim.clock.advanceBy({ seconds: 2 });
  expect(flow.timeline.map(line => line.trim()).filter(line => line.includes('not delivered')).map(line => line.slice(0, 7))).toEqual(['0:00:00', '0:00:00', '0:00:00', '0:00:00', '0:00:01', '0:00:02']);
  sim.function('Mail').refuseEvents(false);
  await sim.clock.settle();
  expect(flow.ends).toMatchObject([{ kind: 'handled' }]);
});

test.each([[0, 0], [2, 0], [3, 1_000], [4, 1_000], [5, 1_000], [14, 20_000], [15, 20_000], [100_014, 20_000], [100_015, undefined]])('waits before retry %i: %s ms', (retry, wait) => {
  expect(waitOfSns(retry)).toBe(wait);
});

test('stops a loop of function and topic, which Lambda detects', async () => {
  const sim = app(['Mail'], { ...TOPIC, Sub: subscription('lambda', arn('Mail')) });
  sim.function('Mail').respond(async () => void await sim.topic('Topic').publish('again'));
  await sim.topic('Topic').publish('x');
  await sim.clock.settle();
  expect(sim.metrics('Mail')).toMatchObject({ Invocations: 16, RecursiveInvocationsDropped: 1 });
});

test('plays the records that a topic gets, on to the queue behind it', async () => {
  const sim = app(['Orders', 'Worker'], {
    ...TOPIC,
    Queue: resource('SQS::Queue', {}),
    Sub: subscription('sqs', arn('Queue')),
    Mapping: mapping('Queue', 'Worker'),
    Config: resource('Lambda::EventInvokeConfig', { FunctionName: { Ref: 'Orders' }, Qualifier: '$LATEST', DestinationConfig: { OnSuccess: { Destination: { Ref: 'Topic' } } } }),
  });
  const conditions: unknown[] = [];
  sim.function('Worker').respond(({ Records: [{ body }] }) => void conditions.push(JSON.parse(JSON.parse(body).Message).requestContext.condition));
  await sim.invoke('Orders');
  await sim.clock.settle();
  expect(conditions).toEqual(['Success']);
});
