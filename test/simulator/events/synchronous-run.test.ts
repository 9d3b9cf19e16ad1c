import { fails, hitsSystemError, isThrottled, ServiceError, succeeds, takes, timesOut, type Simulator, type Step } from '../../../lib/simulator';
import { shop } from '../shop';

/** The answer to a synchronous call. */
async function answer(step: Step, { orders, qualifier }: { orders?: object; qualifier?: string } = {}) {
  const sim = shop({ orders });
  sim.function('Orders').respond(step);
  return { sim, result: await call(sim, qualifier) };
}

async function call(sim: Simulator, qualifier?: string) {
  const fn = sim.service.functions.find('Shop-Orders')!;
  return sim.service.run({ function: fn, qualifier, payload: '{"id":1}' }).catch((error: unknown) => error as ServiceError);
}

test('the log has the lines of Lambda around those of the function', async () => {
  const { result, sim } = await answer(takes({ milliseconds: 12 }, succeeds('done')), { orders: { MemorySize: 512 }, qualifier: 'live' });
  const { requestId } = result as { requestId: string };
  expect(result).toEqual({
    requestId,
    executedVersion: '1',
    payload: '"done"',
    log: `START RequestId: ${requestId} Version: 1\nEND RequestId: ${requestId}\n`
      + `REPORT RequestId: ${requestId}\tDuration: 12.00 ms\tBilled Duration: 12 ms\tMemory Size: 512 MB\tMax Memory Used: 512 MB\t\n`,
  });
  expect(sim.metrics('Orders')).toMatchObject({ Invocations: 1, Errors: 0, AsyncEventsReceived: 0, Duration: { sum: 12 } });
});

test('a run that takes no time is billed', async () => {
  expect((await answer(succeeds())).result).toMatchObject({ log: expect.stringContaining('\tDuration: 0.00 ms\tBilled Duration: 1 ms\t') });
});

test.each<[string, Step, object]>([
  ['an error', fails('boom'), { errorType: 'Error', errorMessage: 'boom', trace: [] }],
  ['a timeout', timesOut(), { errorType: 'Sandbox.Timedout', errorMessage: expect.stringMatching(/^RequestId: [0-9a-f-]{36} Error: Task timed out after 3\.00 seconds$/) }],
])('%s is answered and counted', async (_, step, payload) => {
  const { result, sim } = await answer(step);
  expect(result).toMatchObject({ functionError: 'Unhandled', executedVersion: '$LATEST' });
  expect(JSON.parse((result as { payload: string }).payload)).toEqual(payload);
  expect(sim.metrics('Orders')).toMatchObject({ Invocations: 1, Errors: 1 });
});

describe('Lambda throttles a function', () => {
  const throttled = (reason: string) => new ServiceError('TooManyRequestsException', 429, 'Rate Exceeded.', reason);

  test('by its own reserved concurrency', async () => {
    const { result } = await answer(succeeds(), { orders: { ReservedConcurrentExecutions: 0 } });
    expect(result).toEqual(throttled('ReservedFunctionConcurrentInvocationLimitExceeded'));
    expect(result).toMatchObject({ code: 'TooManyRequestsException', reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' });
  });

  test('by the concurrency of its account', async () => {
    const { result, sim } = await answer(isThrottled());
    expect(result).toMatchObject({ code: 'TooManyRequestsException', statusCode: 429, reason: 'ConcurrentInvocationLimitExceeded' });
    expect(sim.metrics('Orders')).toMatchObject({ Throttles: 1, Invocations: 0 });
  });

  test('only while a run goes on, however it ends', async () => {
    const sim = shop({ orders: { ReservedConcurrentExecutions: 1 } });
    const within: unknown[] = [];
    sim.function('Orders').respond(async () => {
      within.push(await call(sim));
    });
    await call(sim);
    expect(within).toMatchObject([{ reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' }]);
    sim.function('Orders').respond(fails());
    expect(await call(sim)).toMatchObject({ functionError: 'Unhandled' });
    expect(await call(sim)).toMatchObject({ functionError: 'Unhandled' });
  });
});

test('throws a NotKnownError for a system error', async () => {
  expect((await answer(hitsSystemError())).result).toEqual(new Error(
    'The simulator does not know what Lambda says of a system error. Use another step for a synchronous invocation.',
  ));
});

test('does not find a qualifier that is gone', async () => {
  expect((await answer(succeeds(), { qualifier: 'gone' })).result).toEqual(new Error(
    'Function not found: arn:aws:lambda:us-east-1:123456789012:function:Shop-Orders:gone',
  ));
});

test('each call takes one step of the script, the last one from then on', async () => {
  const sim = shop();
  const payloads = async () => [await call(sim), await call(sim), await call(sim)].map(result => (result as { payload: string }).payload);
  sim.function('Orders').respond(succeeds(1), succeeds(2));
  expect(await payloads()).toEqual(['1', '2', '2']);

  sim.function('Orders').respond(succeeds(3), succeeds(4));
  expect(await payloads()).toEqual(['3', '4', '4']);

  sim.reset();
  expect(await payloads()).toEqual(['3', '4', '4']);
});

test('a call takes its step with the time that the step takes', async () => {
  const sim = shop();
  sim.function('Orders').respond(takes({ milliseconds: 1 }), takes({ milliseconds: 2 }));
  await call(sim);
  await call(sim);
  expect(sim.metrics('Orders').Duration).toMatchObject({ sampleCount: 2, sum: 3 });
});

test('calls and events do not take steps from each other', async () => {
  const sim = shop();
  sim.function('Orders').respond(succeeds('first'), succeeds('second'));
  await call(sim);
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  expect([outcome.response, (await call(sim) as { payload: string }).payload]).toEqual(['first', '"second"']);
});
