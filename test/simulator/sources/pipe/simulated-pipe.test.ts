import { fails, isThrottled, NotKnownError, succeeds, takes, type Simulator } from '../../../../lib/simulator';
import { app, arn, resource } from '../app';

const QUEUES = { In: resource('SQS::Queue', { VisibilityTimeout: 60, RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 2 } }), Dead: resource('SQS::Queue', {}) };

function piped(target: string, settings: object = {}, resources: Readonly<Record<string, object>> = {}, functions: readonly string[] = ['Worker', 'Enrich']): Simulator {
  return app(functions, {
    ...QUEUES,
    Out: resource('SQS::Queue', {}),
    ...resources,
    Pipe: resource('Pipes::Pipe', { Name: 'orders', RoleArn: arn('Role'), Source: arn('In'), Target: arn(target), ...settings }),
  });
}

async function play(sim: Simulator, ...bodies: unknown[]) {
  const flows = [];
  for (const body of bodies) {
    flows.push(await sim.queue('In').send(body));
  }
  await sim.clock.settle();
  return flows;
}

/** The payloads that a function gets. */
function payloads(sim: Simulator, fn: string, response: (event: any) => unknown = () => null): unknown[] {
  const seen: unknown[] = [];
  sim.function(fn).respond(event => {
    seen.push(event);
    return response(event);
  });
  return seen;
}

const bodies = (sim: Simulator, queue: string) => sim.queue(queue).messages.map(({ body }) => JSON.parse(body) as unknown);

test('passes a list of records to the function for which it waits, and deletes what the function handles', async () => {
  const sim = piped('Worker');
  const seen = payloads(sim, 'Worker');
  const [flow] = await play(sim, 'hello');
  expect(seen).toEqual([[expect.objectContaining({ body: 'hello', eventSource: 'aws:sqs', eventSourceARN: sim.queue('In').arn })]]);
  expect(sim.queue('In').messages).toEqual([]);
  expect(`${flow}`).toBe([
    '0:00:00  message in queue `In`',
    '  0:00:00  message to pipe `Pipe`',
    '    0:00:00  event to function `Worker`',
    '  0:00:00  handled by function `Worker`',
  ].join('\n'));
  expect(flow.ends).toMatchObject([{ kind: 'handled', at: 'function `Worker`' }]);
  expect(sim.assumptions).toEqual([]);
});

test('makes batches of at most `BatchSize`', async () => {
  const sim = piped('Worker', { SourceParameters: { SqsQueueParameters: { BatchSize: 2 } } });
  const seen = payloads(sim, 'Worker');
  await play(sim, 'a', 'b', 'c');
  expect(seen).toEqual([[{ body: 'a' }, { body: 'b' }], [{ body: 'c' }]].map(batch => batch.map(record => expect.objectContaining(record))));
});

test('gathers a batch for `MaximumBatchingWindowInSeconds`', async () => {
  const sim = piped('Worker', { SourceParameters: { SqsQueueParameters: { BatchSize: '5', MaximumBatchingWindowInSeconds: '20' } } });
  const seen = payloads(sim, 'Worker', records => void expect(records).toHaveLength(2));
  await sim.queue('In').send('a');
  await sim.clock.advanceBy({ seconds: 19 });
  await sim.queue('In').send('b');
  expect(seen).toHaveLength(0);
  await sim.clock.advanceBy({ seconds: 1 });
  expect(seen).toHaveLength(1);
});

test('deletes what its filters do not let pass', async () => {
  const sim = piped('Out', { SourceParameters: { FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["order"]}}' }] } } });
  const [, other] = await play(sim, { kind: 'order' }, { kind: 'other' });
  expect(bodies(sim, 'Out')).toMatchObject([{ body: '{"kind":"order"}' }]);
  expect(other.ends).toMatchObject([{ kind: 'ignored', text: 'deleted: the filters of pipe `Pipe` do not match' }]);
});

test('sees a batch again after the visibility timeout if the function fails, until it goes to the dead-letter queue', async () => {
  const sim = piped('Worker');
  sim.function('Worker').respond(fails());
  const [flow] = await play(sim, 'poison');
  expect(sim.metrics('Worker')).toMatchObject({ Invocations: 2, Errors: 2 });
  expect(flow.timeline).toContain('  0:01:00  not handled by function `Worker`: Error (receive 2)');
  expect(flow.ends).toMatchObject([{ kind: 'stored', at: 'queue `Dead`', time: new Date('2026-01-01T00:02:00Z') }]);
});

test('keeps the messages that a target function names in `batchItemFailures`', async () => {
  const sim = piped('Worker');
  payloads(sim, 'Worker', (records: Array<{ body: string; messageId: string }>) => ({
    batchItemFailures: records.filter(({ body }) => body === 'bad').map(({ messageId }) => ({ itemIdentifier: messageId })),
  }));
  await play(sim, 'good', 'bad');
  expect(sim.queue('Dead').messages).toMatchObject([{ body: 'bad' }]);
  expect(sim.metrics('Worker')).toMatchObject({ Invocations: 2, Errors: 0 });
});

test.each(['ok', { failures: [] }, { batchItemFailures: [] }, null])('takes the response %j of a target function as a success', async response => {
  const sim = piped('Worker');
  payloads(sim, 'Worker', () => response);
  const [flow] = await play(sim, 'a');
  expect(flow.ends).toMatchObject([{ kind: 'handled' }]);
});

test('tries again while the function is throttled', async () => {
  const sim = piped('Worker');
  sim.function('Worker').respond(isThrottled(), succeeds());
  const [flow] = await play(sim, 'a');
  expect(flow.ends).toMatchObject([{ kind: 'handled', time: new Date('2026-01-01T00:00:01Z') }]);
});

test('does not wait for a function that it fires and forgets', async () => {
  const sim = piped('Worker', { TargetParameters: { LambdaFunctionParameters: { InvocationType: 'FIRE_AND_FORGET' } } });
  sim.function('Worker').respond(fails());
  const [flow] = await play(sim, 'a');
  expect(sim.queue('In').messages).toEqual([]);
  expect(flow.outcomes).toMatchObject([{ attempts: 3, condition: 'RetriesExhausted' }]);
});

test('sends each record to a queue as JSON', async () => {
  const sim = piped('Out');
  await play(sim, 'a', 'b');
  expect(bodies(sim, 'Out')).toEqual([expect.objectContaining({ body: 'a' }), expect.objectContaining({ body: 'b' })]);
});

test('writes what `InputTemplate` makes of each record', async () => {
  const sim = piped('Out', { TargetParameters: { InputTemplate: '{"id": <$.body.id>, "pipe": "<aws.pipes.pipe-name>", "from": "<aws.pipes.source-arn>"}' } });
  await play(sim, { id: 1 }, { id: 2 });
  const from = sim.queue('In').arn;
  expect(bodies(sim, 'Out')).toEqual([{ id: 1, pipe: 'orders', from }, { id: 2, pipe: 'orders', from }]);
});

test('sends to a FIFO queue in the group that a path finds', async () => {
  const sim = piped('Fifo', { TargetParameters: { SqsQueueParameters: { MessageGroupId: '$.body.customer', MessageDeduplicationId: '$.messageId' } } }, {
    Fifo: resource('SQS::Queue', { QueueName: 'out.fifo', FifoQueue: true }),
  });
  await play(sim, { customer: 'c1' }, { customer: 'c2' });
  expect(sim.queue('Fifo').messages).toHaveLength(2);
  expect(sim.queue('Fifo').receive({ max: 10 })).toHaveLength(2);
});

test('leaves in the queue what a FIFO queue refuses', async () => {
  const sim = piped('Fifo', {}, { Fifo: resource('SQS::Queue', { QueueName: 'out.fifo', FifoQueue: true }) });
  const [flow] = await play(sim, 'a');
  expect(sim.queue('Dead').messages).toMatchObject([{ body: 'a' }]);
  expect(flow.timeline).toContain('  0:00:00  not handled by queue `Fifo`: a FIFO queue needs a message group (receive 1)');
});

test('publishes to a topic', async () => {
  const sim = piped('Topic', { TargetParameters: { InputTemplate: '{"id": <$.body.id>}' } }, {
    Topic: resource('SNS::Topic', {}),
    Subscription: resource('SNS::Subscription', { TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint: arn('Out'), RawMessageDelivery: true }),
  });
  await play(sim, { id: 1 });
  expect(bodies(sim, 'Out')).toEqual([{ id: 1 }]);
});

const BUS = {
  Bus: resource('Events::EventBus', { Name: 'shop' }),
  Rule: resource('Events::Rule', { EventBusName: { Ref: 'Bus' }, EventPattern: { account: ['123456789012'] }, Targets: [{ Id: 'q', Arn: arn('Out') }] }),
};

test('puts events on a bus in the name of the pipe', async () => {
  const sim = piped('Bus', {}, BUS);
  await play(sim, 'a');
  expect(bodies(sim, 'Out')).toMatchObject([{ 'source': 'Pipe orders', 'detail-type': 'Event from aws:sqs', 'resources': [], 'detail': { body: 'a' } }]);
});

test('puts events on a bus with the source and detail type of its parameters, also by paths', async () => {
  const sim = piped('Bus', {
    TargetParameters: { InputTemplate: '{"id": <$.body.id>}', EventBridgeEventBusParameters: { Source: 'shop', DetailType: '$.body.type', Resources: ['$.messageId', 'fix'] } },
  }, BUS);
  await play(sim, { type: 'Ordered', id: 1 });
  expect(bodies(sim, 'Out')).toMatchObject([{ 'source': 'shop', 'detail-type': 'Ordered', 'resources': [expect.stringMatching(/^[0-9a-f-]{36}$/), 'fix'], 'detail': { id: 1 } }]);
});

test('fails if the detail for a bus is not an object', async () => {
  const sim = piped('Bus', { TargetParameters: { InputTemplate: '"<$.messageId>"' } }, BUS);
  const [flow] = await play(sim, 'a');
  expect(flow.timeline).toContain('  0:00:00  not handled by bus `Bus`: the detail of an event must be a JSON object (receive 1)');
  expect(sim.queue('Dead').messages).toHaveLength(1);
});

test('says that a target which is not played is outside', async () => {
  const sim = piped('In', { Target: 'arn:aws:states:us-east-1:123456789012:stateMachine:m' });
  const [flow] = await play(sim, 'a');
  expect(flow.ends).toMatchObject([{ kind: 'outside', at: 'target `arn:aws:states:us-east-1:123456789012:stateMachine:m`' }]);
});

describe('an enrichment', () => {
  const enriched = (target: string, settings: object = {}, resources = {}) => piped(target, { Enrichment: arn('Enrich'), ...settings }, resources);

  test('gets a list of records, and its list goes to the target', async () => {
    const sim = enriched('Out', { EnrichmentParameters: { InputTemplate: '{"id": <$.body.id>}' }, TargetParameters: { InputTemplate: '{"name": <$.name>}' } });
    const seen = payloads(sim, 'Enrich', (events: Array<{ id: number }>) => events.map(({ id }) => ({ name: `order ${id}` })));
    const [flow] = await play(sim, { id: 1 }, { id: 2 });
    expect(seen).toEqual([[{ id: 1 }, { id: 2 }]]);
    expect(bodies(sim, 'Out')).toEqual([{ name: 'order 1' }, { name: 'order 2' }]);
    expect(flow.timeline).toContain('    0:00:00  enriched by function `Enrich`');
  });

  test.each(['', {}, []].map(response => [JSON.stringify(response), response]))('that returns %s passes nothing on', async (_, response) => {
    const sim = enriched('Out');
    payloads(sim, 'Enrich', () => response);
    const [flow] = await play(sim, 'a');
    expect(sim.queue('Out').messages).toEqual([]);
    expect(sim.queue('In').messages).toEqual([]);
    expect(flow.ends).toMatchObject([{ kind: 'ignored', text: 'dropped by pipe `Pipe`: its enrichment returned nothing' }]);
  });

  test('that returns [{}] passes an empty event on', async () => {
    const sim = enriched('Worker');
    const seen = payloads(sim, 'Worker');
    payloads(sim, 'Enrich', () => [{}]);
    await play(sim, 'a');
    expect(seen).toEqual([[{}]]);
  });

  test('that returns an object passes it to a function as it is', async () => {
    const sim = enriched('Worker');
    const seen = payloads(sim, 'Worker');
    payloads(sim, 'Enrich', () => ({ id: 1 }));
    await play(sim, 'a');
    expect(seen).toEqual([{ id: 1 }]);
  });

  test('that fails leaves the batch in the queue', async () => {
    const sim = enriched('Out');
    sim.function('Enrich').respond(fails(), succeeds([{ id: 1 }]));
    const [flow] = await play(sim, 'a');
    expect(bodies(sim, 'Out')).toEqual([{ id: 1 }]);
    expect(flow.timeline).toContain('  0:00:00  not handled by function `Enrich`: Error (receive 1)');
  });

  test('takes its time, and then the target takes its own', async () => {
    const sim = enriched('Worker');
    sim.function('Enrich').respond(takes({ seconds: 3 }, succeeds([{ id: 1 }])));
    sim.function('Worker').respond(takes({ seconds: 4 }));
    const [flow] = await play(sim, 'a');
    expect(flow.ends).toMatchObject([{ kind: 'handled', at: 'function `Worker`', time: new Date('2026-01-01T00:00:07Z') }]);
  });

  test.each([null, 'text', 7, ['a']])('that returns %j is not known', async response => {
    const sim = enriched('Out');
    payloads(sim, 'Enrich', () => response);
    await sim.queue('In').send('a');
    await expect(sim.clock.settle()).rejects.toThrow(new NotKnownError(
      'what a pipe does with a response of function `Enrich` that is neither an object nor a list of objects', 'Return a list of objects; [] passes nothing on.',
    ));
  });

  test('that returns more than the target takes is not known', async () => {
    const sim = enriched('Out');
    payloads(sim, 'Enrich', () => Array.from({ length: 11 }, (_, id) => ({ id })));
    await sim.queue('In').send('a');
    await expect(sim.clock.settle()).rejects.toThrow('a batch whose enrichment returned 11 events, of which queue `Out` takes at most 10');
  });

  test('of another service is not played', async () => {
    const sim = enriched('Out', { Enrichment: 'arn:aws:states:us-east-1:123456789012:stateMachine:m' });
    await play(sim, 'a');
    expect(sim.queue('In').messages).toHaveLength(1);
    expect(sim.assumptions).toEqual(['`Enrichment` of `Shop.Pipe` is not played, and neither is the pipe: only functions of the app enrich events']);
  });
});

test('runs the alias that its target names', async () => {
  const sim = piped('Worker', { Target: { Ref: 'Live' } }, {
    Version: resource('Lambda::Version', { FunctionName: { Ref: 'Worker' } }),
    Live: resource('Lambda::Alias', { FunctionName: { Ref: 'Worker' }, Name: 'live', FunctionVersion: { 'Fn::GetAtt': ['Version', 'Version'] } }),
  });
  const versions: unknown[] = [];
  sim.function('Worker').respond((_, { functionVersion }) => void versions.push(functionVersion));
  await play(sim, 'a');
  expect(versions).toEqual(['1']);
});

test('does not poll if it is stopped', async () => {
  const sim = piped('Out', { DesiredState: 'STOPPED' });
  await play(sim, 'a');
  expect(sim.queue('In').messages).toMatchObject([{ receiveCount: 0 }]);
});

test('names a pipe from another source', () => {
  const sim = piped('Out', { Source: 'arn:aws:kinesis:us-east-1:123456789012:stream/s' });
  expect(sim.assumptions).toEqual(['`Source` of `Shop.Pipe` is not played: only pipes from SQS queues are']);
});

const role = (...actions: string[]) => resource('IAM::Role', { Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] } }] });

const CLOSED = { QueuePolicy: resource('SQS::QueuePolicy', { Queues: [], PolicyDocument: { Statement: [] } }) };

test('names a pipe whose role may not poll', () => {
  const sim = piped('Out', { RoleArn: arn('Poor') }, { ...CLOSED, Poor: role('sqs:SendMessage') });
  expect(sim.assumptions).toEqual(['`Source` of `Shop.Pipe` is not played: the role of the pipe lacks sqs:ReceiveMessage and sqs:DeleteMessage and sqs:GetQueueAttributes']);
});

test.each([
  ['Out', 'queue `Out`', 'sqs:SendMessage'],
  ['Worker', 'function `Worker`', 'lambda:InvokeFunction'],
])('leaves the messages in the queue if its role may not use %s', async (target, spoken, action) => {
  const sim = piped(target, { RoleArn: arn('Poor') }, { ...CLOSED, Poor: role('sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes') }, ['Worker']);
  const [flow] = await play(sim, 'a');
  expect(flow.timeline).toContain(`  0:00:00  not handled by ${spoken}: the role of the pipe lacks ${action} (receive 1)`);
  expect(sim.queue('Dead').messages).toHaveLength(1);
});

test('stops a pipe that feeds its own queue', async () => {
  const sim = piped('In', { TargetParameters: { InputTemplate: '{"again": true}' } });
  await sim.queue('In').send('a');
  await expect(sim.clock.settle()).rejects.toThrow('An event went through 1000 steps and would go on forever: pipe `Pipe` -> queue `In` -> pipe `Pipe`.');
});
