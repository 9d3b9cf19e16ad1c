import { fails, isThrottled, succeeds, takes, timesOut, type Simulator } from '../../../../lib/simulator';
import { app, arn, mapping, resource } from '../app';

const QUEUE = { Queue: resource('SQS::Queue', { VisibilityTimeout: 60, RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 2 } }), Dead: resource('SQS::Queue', {}) };

const worker = (settings: object = {}, queue: object = {}) => app(['Worker'], { ...QUEUE, ...queue, Mapping: mapping('Queue', 'Worker', settings) });

async function send(sim: Simulator, ...bodies: string[]) {
  const flows = [];
  for (const body of bodies) {
    flows.push(await sim.queue('Queue').send(body));
  }
  return flows;
}

/** The bodies of each batch that the function gets. */
function batches(sim: Simulator, response: (bodies: string[], records: Array<{ messageId: string }>) => unknown = () => null): string[][] {
  const seen: string[][] = [];
  sim.function('Worker').respond(({ Records: records }) => {
    const bodies = records.map(({ body }: { body: string }) => body);
    seen.push(bodies);
    return response(bodies, records);
  });
  return seen;
}

test('passes messages to the function in the form of SQS, and deletes what it handles', async () => {
  const sim = worker();
  const events: unknown[] = [];
  sim.function('Worker').respond(event => void events.push(event));
  const [flow] = await send(sim, 'hello');
  await sim.clock.settle();
  expect(events).toEqual([{
    Records: [{
      messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      receiptHandle: expect.any(String),
      body: 'hello',
      attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1767225600000', SenderId: expect.any(String), ApproximateFirstReceiveTimestamp: '1767225600000' },
      messageAttributes: {},
      md5OfBody: '5d41402abc4b2a76b9719d911017c592',
      eventSource: 'aws:sqs',
      eventSourceARN: sim.queue('Queue').arn,
      awsRegion: 'us-east-1',
    }],
  }]);
  expect(sim.queue('Queue').messages).toEqual([]);
  expect(`${flow}`).toBe([
    '0:00:00  message in queue `Queue`',
    '  0:00:00  message to function `Worker`',
    '  0:00:00  handled by function `Worker`',
  ].join('\n'));
  expect(flow.ends).toMatchObject([{ kind: 'handled', at: 'function `Worker`' }]);
  expect(sim.clock.now).toEqual(new Date('2026-01-01T00:00:00Z'));
});

test('makes batches of at most `BatchSize`', async () => {
  const sim = worker({ BatchSize: 2 });
  const seen = batches(sim);
  await send(sim, 'a', 'b', 'c');
  await sim.clock.settle();
  expect(seen).toEqual([['a', 'b'], ['c']]);
});

test('gathers a batch for `MaximumBatchingWindowInSeconds`, or until it is full', async () => {
  const sim = worker({ BatchSize: 3, MaximumBatchingWindowInSeconds: 20 });
  const seen = batches(sim);
  await send(sim, 'a');
  await sim.clock.advanceBy({ seconds: 19 });
  await send(sim, 'b');
  expect(seen).toEqual([]);
  await sim.clock.advanceBy({ seconds: 1 });
  expect(seen).toEqual([['a', 'b']]);
  await send(sim, 'c', 'd', 'e');
  await sim.clock.advanceBy({});
  expect(seen).toEqual([['a', 'b'], ['c', 'd', 'e']]);
});

test.each([
  ['fails', fails(), 'Error'],
  ['times out', timesOut(), 'timed out'],
])('sees a message again after the visibility timeout if the function %s, until it goes to the dead-letter queue', async (_, step, reason) => {
  const sim = worker();
  sim.function('Worker').respond(step);
  const [flow] = await send(sim, 'poison');
  await sim.clock.settle();
  expect(flow.timeline.filter(line => !line.includes('message to'))).toEqual([
    '0:00:00  message in queue `Queue`',
    expect.stringMatching(`not handled by function \`Worker\`: ${reason} \\(receive 1\\)`),
    expect.stringMatching(`not handled by function \`Worker\`: ${reason} \\(receive 2\\)`),
    '  0:02:00  moved to queue `Dead` after 2 receives',
  ]);
  expect(flow).toMatchObject({ ends: [{ kind: 'stored', at: 'queue `Dead`' }] });
  expect(sim.metrics('Worker')).toMatchObject({ Invocations: 2, Errors: 2 });
});

test('retries only what `ReportBatchItemFailures` names', async () => {
  const sim = worker({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
  const seen = batches(sim, (bodies, records) => ({ batchItemFailures: records.filter((__, index) => bodies[index] === 'b').map(({ messageId }) => ({ itemIdentifier: messageId })) }));
  await send(sim, 'a', 'b', 'c');
  await sim.clock.settle();
  expect(seen).toEqual([['a', 'b', 'c'], ['b']]);
  expect(sim.queue('Dead').messages).toMatchObject([{ body: 'b' }]);
});

test('ignores reports without `ReportBatchItemFailures`', async () => {
  const sim = worker();
  const seen = batches(sim, (__, records) => ({ batchItemFailures: records.map(({ messageId }) => ({ itemIdentifier: messageId })) }));
  await send(sim, 'a');
  await sim.clock.settle();
  expect(seen).toEqual([['a']]);
});

test('retries everything behind the first failure in a FIFO queue', async () => {
  const sim = app(['Worker'], {
    Queue: resource('SQS::Queue', { QueueName: 'q.fifo', FifoQueue: true, ContentBasedDeduplication: true, VisibilityTimeout: 60 }),
    Mapping: mapping('Queue', 'Worker', { FunctionResponseTypes: ['ReportBatchItemFailures'] }),
  });
  let failures = 1;
  const seen = batches(sim, (__, records) => ({ batchItemFailures: failures-- > 0 ? [{ itemIdentifier: records[1].messageId }] : [] }));
  for (const body of ['a', 'b', 'c']) {
    await sim.queue('Queue').send(body, { groupId: 'g' });
  }
  await sim.clock.settle();
  expect(seen).toEqual([['a', 'b', 'c'], ['b', 'c']]);
});

test('runs at most `MaximumConcurrency` batches at the same time', async () => {
  const sim = worker({ BatchSize: 1, ScalingConfig: { MaximumConcurrency: 2 } });
  sim.function('Worker').respond(takes({ seconds: 5 }));
  await send(sim, 'a', 'b', 'c');
  await sim.clock.advanceBy({});
  expect(sim.queue('Queue').messages.map(({ state }) => state)).toEqual(['in flight', 'in flight', 'visible']);
  await sim.clock.advanceBy({ seconds: 5 });
  expect(sim.queue('Queue').messages.map(({ body, state }) => [body, state])).toEqual([['c', 'in flight']]);
  await sim.clock.settle();
  expect(sim.queue('Queue').messages).toEqual([]);
});

test('tries a throttled batch again as long as its messages are invisible', async () => {
  const sim = worker();
  sim.function('Worker').respond(isThrottled(), isThrottled(), succeeds());
  const [flow] = await send(sim, 'a');
  await sim.clock.settle();
  expect(flow.ends).toMatchObject([{ kind: 'handled', time: new Date('2026-01-01T00:00:03Z') }]);
});

test('gives a throttled batch back at the end of the visibility timeout', async () => {
  const sim = worker();
  sim.function('Worker').reserveConcurrency(0);
  const [flow] = await send(sim, 'a');
  await sim.clock.settle();
  expect(flow.ends).toMatchObject([{ kind: 'stored', at: 'queue `Dead`' }]);
  expect(sim.metrics('Worker').Throttles).toBeGreaterThan(2);
});

test('deletes what its filters do not let pass', async () => {
  const sim = worker({ FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["order"]}}' }] } });
  const seen = batches(sim);
  const [, other] = await send(sim, '{"kind":"order"}', '{"kind":"other"}');
  await sim.clock.settle();
  expect(seen).toEqual([['{"kind":"order"}']]);
  expect(sim.queue('Queue').messages).toEqual([]);
  expect(other.ends).toMatchObject([{ kind: 'ignored', text: 'deleted: the filters of event source mapping `Mapping` do not match' }]);
});

test('does not poll for a mapping that is switched off', async () => {
  const sim = worker({ Enabled: false });
  await send(sim, 'a');
  await sim.clock.settle();
  expect(sim.queue('Queue').messages).toMatchObject([{ body: 'a', state: 'visible', receiveCount: 0 }]);
});

test('runs the alias that the mapping names', async () => {
  const sim = app(['Worker'], {
    ...QUEUE,
    Version: resource('Lambda::Version', { FunctionName: { Ref: 'Worker' } }),
    Live: resource('Lambda::Alias', { FunctionName: { Ref: 'Worker' }, Name: 'live', FunctionVersion: { 'Fn::GetAtt': ['Version', 'Version'] } }),
    Mapping: resource('Lambda::EventSourceMapping', { EventSourceArn: arn('Queue'), FunctionName: { Ref: 'Live' } }),
  });
  const versions: unknown[] = [];
  sim.function('Worker').respond((__, { functionVersion, invokedFunctionArn }) => void versions.push(functionVersion, invokedFunctionArn));
  await send(sim, 'a');
  await sim.clock.settle();
  expect(versions).toEqual(['1', `${sim.function('Worker').arn}:live`]);
});

test('keeps the messages when the test has not said what the function does', async () => {
  const sim = app(['Worker'], { ...QUEUE, Mapping: mapping('Queue', 'Worker') }, { respond: undefined });
  await send(sim, 'a');
  await expect(sim.clock.settle()).rejects.toThrow('`Worker` has to run, but you have not said what it does.');
  sim.function('Worker').respond(succeeds());
  await sim.clock.settle();
  expect(sim.queue('Queue').messages).toEqual([]);
});

test('names a mapping that Lambda refuses because the role may not poll', () => {
  const sim = app(['Worker'], {
    ...QUEUE,
    Role: resource('IAM::Role', { Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }] } }] }),
    QueuePolicy: resource('SQS::QueuePolicy', { Queues: [], PolicyDocument: { Statement: [] } }),
    Mapping: mapping('Queue', 'Worker'),
  });
  expect(sim.assumptions).toEqual([
    '`EventSourceArn` of `Shop.Mapping` is not played: Lambda refuses the mapping, because the role of `Worker` lacks sqs:ReceiveMessage and sqs:DeleteMessage and sqs:GetQueueAttributes',
  ]);
});

test('plays the consumer of a failure queue', async () => {
  const sim = app(['Orders', 'Worker'], {
    ...QUEUE,
    Config: resource('Lambda::EventInvokeConfig', { FunctionName: { Ref: 'Orders' }, Qualifier: '$LATEST', MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: { Destination: arn('Queue') } } }),
    Mapping: mapping('Queue', 'Worker'),
  });
  sim.function('Orders').respond(fails());
  const requests: unknown[] = [];
  sim.function('Worker').respond(({ Records: [{ body }] }) => void requests.push(JSON.parse(body).requestContext.requestId));
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  expect(requests).toEqual([outcome.requestId]);
});

test('stops a function that sends to its own queue, as Lambda detects loops through SQS', async () => {
  const sim = worker();
  let runs = 0;
  sim.function('Worker').respond(async () => {
    runs += 1;
    await sim.queue('Queue').send('again');
  });
  await send(sim, 'a');
  await sim.clock.settle();
  expect(runs).toBe(16);
  expect(sim.metrics('Worker').RecursiveInvocationsDropped).toBeGreaterThan(0);
  expect(sim.queue('Dead').messages).toMatchObject([{ body: 'again' }]);
});
