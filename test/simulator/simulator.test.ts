import { inspect } from 'node:util';
import { App, Duration, Stack, aws_lambda as lambda, aws_lambda_destinations as destinations, aws_sqs as sqs } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { lambda as plain, shop } from './shop';
import { NotKnownError, ServiceError, Simulator, fails, isThrottled, succeeds, takes } from '../../lib/simulator';
import { withAssembly } from '../topology/synthesized';

/** An alias with a config of its own, as aws-cdk-lib makes it. */
function orders(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Orders', {
    runtime: lambda.Runtime.NODEJS_24_X, handler: 'index.handler', code: lambda.Code.fromInline('exports.handler = async () => {};'),
  });
  new lambda.Alias(stack, 'Live', {
    aliasName: 'live',
    version: fn.currentVersion,
    retryAttempts: 2,
    maxEventAge: Duration.hours(1),
    onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'FailureQueue')),
  });
}

async function boom(sim: Simulator): Promise<void> {
  sim.function('Orders').respond(async () => {
    throw new Error('boom');
  });
  const outcome = await sim.invoke('Orders', { payload: { id: 1 }, qualifier: 'live' });
  expect([outcome.hasEnded, outcome.attempts, outcome.endedAt]).toEqual([false, 0, undefined]);
  await sim.clock.advanceBy({ minutes: 3 });
  expect([outcome.attempts, outcome.condition]).toEqual([3, 'RetriesExhausted']);
  expect(outcome.endedAt!.getTime() - outcome.acceptedAt.getTime()).toBe(180_000);
  expect(sim.destination('FailureQueue').records).toMatchObject([{
    requestContext: { requestId: outcome.requestId, condition: 'RetriesExhausted', approximateInvokeCount: 3 },
    requestPayload: { id: 1 },
    responseContext: { statusCode: 200, executedVersion: '1', functionError: 'Unhandled' },
    responsePayload: { errorType: 'Error', errorMessage: 'boom' },
  }]);
  expect(sim.metrics('Orders')).toMatchObject({ AsyncEventsReceived: 1, AsyncEventsDropped: 1, DestinationDeliveryFailures: 0 });
}

test('reads a cloud assembly', () => withAssembly(app => orders(new Stack(app, 'Shop')), directory => boom(Simulator.fromAssembly(directory))));

test('reads a `Template` of aws-cdk-lib/assertions', async () => {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Shop');
  orders(stack);
  await boom(Simulator.fromTemplates([Template.fromStack(stack).toJSON()]));
  await boom(Simulator.fromTemplates([Template.fromStack(stack)]));
});

test.each<[unknown, string]>([
  [{ Resources: {} }, '`templates` must be a list, e.g. [Template.fromStack(stack)], got: object'],
  [undefined, '`templates` must be a list, e.g. [Template.fromStack(stack)], got: undefined'],
  [['cdk.out'], 'The template of stack `Stack` must be a JSON object, got: a string. Synthesize the app again.'],
  [[null], 'The template of stack `Stack` must be a JSON object, got: null. Synthesize the app again.'],
])('refuses %j as templates', (templates, message) => {
  expect(() => Simulator.fromTemplates(templates as [])).toThrow(message);
});

test.each<[object, string]>([
  [{ id: 1 }, '`id` is not an option of `invoke`. Its options are `payload`, `qualifier` and `tenantId`: put the event into `payload`'],
  [{ payload: () => 1 }, '`payload` must be a JSON value, got: function'],
  [{ payload: 1n }, '`payload` must be a JSON value: Do not know how to serialize a BigInt'],
  [{ tenantId: 'a' }, 'The simulator does not know what Lambda does with a tenant id for a function without tenant isolation. Leave it out.'],
])('refuses to invoke with %p', async (options, message) => {
  await expect(shop().invoke('Orders', options)).rejects.toThrow(message);
});

test('finds a function by its ARN', () => {
  const sim = shop();
  expect(sim.function(sim.function('Orders').arn).name).toBe('Shop-Orders');
});

test('ARNs have the environment of the stack, or else that of the simulator', () => {
  const fixed = withAssembly(app => orders(new Stack(app, 'Shop', { env: { account: '111111111111', region: 'cn-north-1' } })),
    directory => Simulator.fromAssembly(directory, { account: '222222222222', region: 'eu-west-1' }));
  expect(fixed.function('Orders').arn).toMatch(/^arn:aws-cn:lambda:cn-north-1:111111111111:function:Shop-Orders[0-9A-F]{8}$/);
  expect(shop({}, { account: '222222222222', region: 'eu-west-1' }).function('Orders').arn).toBe('arn:aws:lambda:eu-west-1:222222222222:function:Shop-Orders');
  expect(shop().function('Orders').arn).toBe('arn:aws:lambda:us-east-1:123456789012:function:Shop-Orders');
});

test('settling returns the events that ended', async () => {
  const sim = shop();
  sim.function('Orders').respond(succeeds());
  const outcomes = [await sim.invoke('Orders'), await sim.invoke('Orders', { qualifier: 'live' })];
  const story = await sim.clock.settle();
  expect(`${story}`).toBe([
    `Orders ${outcomes[0].requestId}`,
    '  0:00:00  accepted',
    '  0:00:00  attempt 1 succeeded (version $LATEST)',
    `Orders:live ${outcomes[1].requestId}`,
    '  0:00:00  accepted',
    '  0:00:00  attempt 1 succeeded (version 1)',
  ].join('\n'));
  expect(inspect(story)).toBe(`${story}`);
  expect(JSON.parse(JSON.stringify({ story }))).toEqual({ story: `${story}` });
  expect(`${await sim.clock.settle()}`).toBe('Nothing ended.');
});

test('an unfinished story ends with the next step', async () => {
  const sim = shop();
  sim.function('Orders').respond(fails());
  const outcome = await sim.invoke('Orders');
  await sim.clock.advanceBy({ seconds: 1 });
  expect(outcome.timeline.at(-1)).toBe('0:01:00  next attempt (the clock has not reached it)');
  expect(inspect(outcome)).toBe(String(outcome));
});

test('a story contains neither payload nor response', async () => {
  const sim = shop({ configs: { $LATEST: { onSuccess: 'Queue' } } });
  sim.function('Orders').respond(fails('hidden'), succeeds('hidden'));
  await sim.invoke('Orders', { payload: 'hidden' });
  expect(inspect(await sim.clock.settle())).not.toContain('hidden');
});

test('runs with the same seed are equal, ids included', async () => {
  const run = async (seed: number) => {
    const sim = shop({ configs: { $LATEST: { onFailure: 'Bucket' } } }, { seed, respond: fails() });
    await sim.invoke('Orders');
    return { story: `${await sim.clock.settle()}`, messages: sim.destination('Bucket').messages };
  };
  expect(await run(5)).toEqual(await run(5));
  expect(await run(5)).not.toEqual(await run(6));
});

test('refuses what Lambda refuses, in the words of Lambda', async () => {
  const sim = shop();
  const refused = await sim.invoke('Orders', { qualifier: 'gone' }).catch(error => error);
  expect(refused).toBeInstanceOf(ServiceError);
  expect(refused).toMatchObject({
    code: 'ResourceNotFoundException', statusCode: 404, message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:Shop-Orders:gone',
  });
  await expect(sim.invoke('Orders', { payload: 'x'.repeat(1_048_575) })).rejects.toMatchObject({
    code: 'RequestEntityTooLargeException', statusCode: 413, message: '1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)',
  });
  await expect(sim.invoke('Orders', { payload: 'x'.repeat(1_048_574) })).resolves.toBeDefined();
  await expect(sim.invoke('Orders', { payload: '雪'.repeat(349_525) })).rejects.toMatchObject({ statusCode: 413 });
});

test('a reset removes events, and keeps settings', async () => {
  const sim = shop({ configs: { $LATEST: { onFailure: 'Queue' } } });
  sim.function('Orders').respond(fails());
  await sim.invoke('Orders');
  await sim.clock.settle();
  await sim.invoke('Orders');
  sim.reset();
  expect([sim.outcomes, sim.destination('Queue').messages, sim.clock.isSettled, sim.metrics('Orders').AsyncEventsReceived]).toEqual([[], [], true, 0]);
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  expect(outcome.attempts).toBe(3);
});

test('a reset removes events that are running', async () => {
  const sim = shop({ orders: { ReservedConcurrentExecutions: 1, Timeout: 60 } });
  sim.function('Orders').respond(takes({ seconds: 30 }));
  await sim.invoke('Orders');
  await sim.clock.advanceBy({ seconds: 10 });
  sim.reset();
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  expect(outcome.timeline.slice(1)).toEqual(['0:00:30  attempt 1 succeeded (version $LATEST)']);
});

test('a reset removes events that ended but were not returned yet', async () => {
  const sim = shop({ resources: { Billing: plain() } });
  sim.function('Orders').respond(succeeds());
  await sim.invoke('Orders');
  await sim.invoke('Billing');
  await expect(sim.clock.settle()).rejects.toThrow('`Billing` has to run, but you have not said what it does.');
  sim.reset();
  expect(`${await sim.clock.settle()}`).toBe('Nothing ended.');
});

test('assumptions name the settings that the templates leave open', () => {
  const sim = shop({ orders: { Timeout: { Ref: 'AWS::NoValue' }, ReservedConcurrentExecutions: { Ref: 'Nothing' } } });
  expect(sim.assumptions).toEqual([
    '`ReservedConcurrentExecutions` of `Shop.Orders` is treated as not set, because the templates do not tell its value: '
    + '`Nothing` is neither a parameter nor a resource of stack `Shop`',
  ]);
  expect(shop().assumptions).toEqual([]);
});

test('refuses a start that is not a date', () => {
  expect(() => shop({}, { start: 'soon' })).toThrow("`start` must be a date, e.g. '2026-01-01T00:00:00.000Z', got: soon");
  expect(shop({}, { start: new Date(0) }).clock.now).toEqual(new Date(0));
});

test('a synchronous call returns the response or the error, and the log', async () => {
  const sim = shop({ configs: { $LATEST: { retries: 2 } }, orders: { ReservedConcurrentExecutions: 1 } });
  const fn = sim.service.functions.find('Shop-Orders')!;
  sim.function('Orders').respond((event, context) => ({ event, context: context.clientContext }));
  const result = await sim.service.run({ function: fn, qualifier: 'live', payload: '{"id":1}', clientContext: { custom: 1 } });
  expect(result).toEqual({
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    executedVersion: '1',
    payload: '{"event":{"id":1},"context":{"custom":1}}',
    log: `START RequestId: ${result.requestId} Version: 1\nEND RequestId: ${result.requestId}\n`
      + `REPORT RequestId: ${result.requestId}\tDuration: 0.00 ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\tMax Memory Used: 128 MB\t\n`,
  });
  sim.function('Orders').respond(fails());
  expect(await sim.service.run({ function: fn })).toMatchObject({
    functionError: 'Unhandled', payload: '{"errorType":"Error","errorMessage":"intentional failure","trace":[]}',
  });
  expect(sim.metrics('Orders')).toMatchObject({ Invocations: 2, Errors: 1, AsyncEventsReceived: 0 });
  sim.function('Orders').reserveConcurrency(0);
  await expect(sim.service.run({ function: fn })).rejects.toMatchObject({
    code: 'TooManyRequestsException', statusCode: 429, message: 'Rate Exceeded.', reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
  });
});

test.each([[6_291_556, undefined], [6_291_557, 'Unhandled']])('a response of %i bytes: %s', async (bytes, functionError) => {
  const sim = shop({}, { respond: succeeds('x'.repeat(bytes - 2)) });
  const result = await sim.service.run({ function: sim.service.functions.find('Shop-Orders')! });
  expect(result.functionError).toBe(functionError);
  if (functionError) {
    expect(JSON.parse(result.payload)).toEqual({
      errorType: 'Function.ResponseSizeTooLarge', errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
    });
  }
});

test('throws a NotKnownError for a durable function', async () => {
  const sim = shop({ orders: { DurableConfig: { ExecutionTimeout: 60 } } });
  await expect(sim.invoke('Orders', { qualifier: 'live' })).rejects.toBeInstanceOf(NotKnownError);
});

test('steps tell the story as data', async () => {
  const sim = shop({ configs: { live: { onSuccess: 'Bus' } } });
  sim.function('Orders').respond(isThrottled(), fails(new RangeError('no')), succeeds());
  const [live, latest] = [await sim.invoke('Orders', { qualifier: 'live' }), await sim.invoke('Orders')];
  await sim.clock.settle();
  const start = live.acceptedAt.getTime();

  expect([live.functionPath, live.qualifier, latest.qualifier]).toEqual(['Orders', 'live', undefined]);
  expect(live.steps).toEqual([
    { kind: 'throttled', at: start },
    { kind: 'failed', at: start + 1000, version: '1', errorType: 'RangeError' },
    { kind: 'succeeded', at: start + 61_000, version: '1' },
    { kind: 'sent', at: start + 61_000, role: 'on-success', to: 'bus `Bus`' },
  ]);
});

test('lists all destinations, functions included', () => {
  expect(shop().destinations.map(({ name }) => name)).toEqual(['Shop-Queue', 'Shop-Topic', 'shop', 'shop-bucket', 'Shop-Orders']);
});
