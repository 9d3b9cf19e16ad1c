import { runInNewContext } from 'node:vm';
import { fails, runsCode, succeeds, takes, type LambdaContext, type Step } from '../../../lib/simulator';
import { config, lambda, shop } from '../shop';

/** Stands for the request id of the event. */
const REQUEST_ID = 'the request id';

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

async function outcomeOf(step: Step, orders: object = {}) {
  const sim = shop({ orders, configs: { live: { retries: 0 } } });
  sim.function('Orders').respond(step);
  const outcome = await sim.invoke('Orders', { payload: { id: 1 }, qualifier: 'live' });
  await sim.clock.settle();
  return outcome;
}

test('a handler gets the event and the context', async () => {
  let seen: { event: unknown; context: LambdaContext } | undefined;
  const outcome = await outcomeOf((event, context) => {
    seen = { event, context };
    return { total: 3 };
  }, { MemorySize: 512, Timeout: 7, FunctionName: 'orders' });
  expect(outcome.response).toEqual({ total: 3 });
  expect(seen!.event).toEqual({ id: 1 });
  expect(seen!.context).toEqual({
    awsRequestId: outcome.requestId,
    functionName: 'orders',
    functionVersion: '1',
    invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:orders:live',
    memoryLimitInMB: '512',
    logGroupName: '/aws/lambda/orders',
    logStreamName: expect.stringMatching(/^2026\/01\/01\/\[1\][0-9a-f]{32}$/),
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: expect.any(Function),
  });
  expect(seen!.context.getRemainingTimeInMillis()).toBe(7000);
});

test('each attempt gets a fresh event', async () => {
  const sim = shop();
  const seen: unknown[] = [];
  sim.function('Orders').respond(event => {
    seen.push({ ...event });
    event.id = 'changed';
    throw new TypeError('boom');
  });
  const outcome = await sim.invoke('Orders', { payload: { id: 1 } });
  await sim.clock.settle();
  expect(seen).toEqual([{ id: 1 }, { id: 1 }, { id: 1 }]);
  expect(outcome.error).toMatchObject({ errorType: 'TypeError', errorMessage: 'boom', trace: expect.arrayContaining(['TypeError: boom']) });
});

test('a function without an event gets an empty object', async () => {
  const sim = shop();
  sim.function('Orders').respond(event => event);
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  expect([outcome.payload, outcome.response]).toEqual([{}, {}]);
});

test.each<[string, Step, unknown]>([
  ['a promise', async () => 'later', 'later'],
  ['nothing', () => undefined, null],
  ['a function, which JSON leaves out', () => () => 1, null],
  ['the response of `succeeds`', succeeds([1]), [1]],
  ['nothing by default', succeeds(), null],
  ['after some time', takes({ milliseconds: 1 }, () => 5), 5],
])('a function may return %s', async (_, step, response) => {
  expect(await outcomeOf(step)).toMatchObject({ condition: 'Success', response });
});

test.each<[string, Step, object]>([
  ['an error later', async () => {
    throw new RangeError('far');
  }, { errorType: 'RangeError', errorMessage: 'far' }],
  ['a string', () => {
    throw 'just this';
  }, { errorType: 'string', errorMessage: 'just this', trace: [] }],
  ['the error of `fails`', fails(new SyntaxError('odd')), { errorType: 'SyntaxError', errorMessage: 'odd', trace: [] }],
  ['an error of another realm', () => {
    throw runInNewContext('new RangeError("elsewhere")');
  }, { errorType: 'RangeError', errorMessage: 'elsewhere' }],
  ['a value without a text', () => {
    throw Object.create(null);
  }, { errorType: 'handled', trace: [] }],
  ['an error with a message that is not a string', () => {
    throw Object.assign(new Error(), { message: 7n });
  }, { errorType: 'Error', errorMessage: '7' }],
  ['because its response is too large', () => 'x'.repeat(6_291_555), {
    errorType: 'Function.ResponseSizeTooLarge', errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
  }],
  ['because its response is not JSON', () => 1n, { errorType: 'Error', errorMessage: 'Unable to stringify response body' }],
])('a function may throw %s', async (_, step, error) => {
  expect(await outcomeOf(step)).toMatchObject({ condition: 'RetriesExhausted', error });
});

test.each<[runtime: string, error: string | Error, expected: object]>([
  ['nodejs24.x', 'no', { errorType: 'Error', errorMessage: 'no', trace: [] }],
  ['python3.13', 'no', { errorMessage: 'no', errorType: 'Exception', requestId: REQUEST_ID, stackTrace: [] }],
  ['python3.13', named('KeyError', "'id'"), { errorMessage: "'id'", errorType: 'KeyError', requestId: REQUEST_ID, stackTrace: [] }],
  ['java21', 'no', { errorMessage: 'no', errorType: 'java.lang.RuntimeException', stackTrace: [] }],
  ['dotnet8', 'no', { errorType: 'Exception', errorMessage: 'no', stackTrace: [] }],
  ['ruby3.4', named('TypeError', 'no'), { errorMessage: 'no', errorType: 'Function<TypeError>', stackTrace: [] }],
  ['provided.al2023', 'no', { errorMessage: 'no', errorType: 'errorString' }],
])('on %s, `fails` reports %p as the runtime does', async (Runtime, error, expected) => {
  const sim = shop({ orders: { Runtime }, configs: { $LATEST: { retries: 0, onFailure: 'Queue' } } });
  sim.function('Orders').respond(fails(error));
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  const record = sim.destination('Queue').records[0];
  expect(JSON.stringify(record.responsePayload)).toBe(JSON.stringify(expected).replace(REQUEST_ID, outcome.requestId));
});

test('`fails` reports an error object exactly as it is given', async () => {
  const error = { cause: { errorMessage: 'deep' }, errorMessage: 'no', code: 7 };
  const sim = shop({ configs: { $LATEST: { retries: 0, onFailure: 'Queue' } } });
  sim.function('Orders').respond(fails(error));
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  expect(sim.destination('Queue').records[0].responsePayload).toEqual(error);
  expect(outcome.timeline[1]).toBe('0:00:00  attempt 1 failed: an error without a type (version $LATEST)');
});

test.each([[7, '7'], [null, 'null'], [['no'], "[ 'no' ]"]])('`fails` refuses %p', (error, got) => {
  expect(() => fails(error as never)).toThrow(new TypeError(`\`fails(…)\` takes a message, an error or an error object of the runtime, got: ${got}`));
});

test.each<[string, Step]>([['a step', () => fails()], ['a step later', async () => fails()]])('refuses a handler that returns %s', async (_, step) => {
  await expect(outcomeOf(step)).rejects.toThrow(
    'A handler returned a step, which has no effect there. Give the step itself to `respond(…)`, or let the handler return or throw.',
  );
});

test('a timeout has the error of Lambda', async () => {
  const outcome = await outcomeOf(takes({ seconds: 4 }), {});
  expect(outcome.error).toEqual({ errorType: 'Sandbox.Timedout', errorMessage: `RequestId: ${outcome.requestId} Error: Task timed out after 3.00 seconds` });
});

test('a function may invoke another function while it runs', async () => {
  const sim = shop({ resources: { Billing: { Type: 'AWS::Lambda::Function', Properties: {} }, BillingConfig: config('Billing', '$LATEST', { retries: 0 }) } });
  sim.function('Orders').respond(async () => void await sim.invoke('Billing'));
  sim.function('Billing').respond(succeeds());
  await sim.invoke('Orders');
  expect((await sim.clock.settle()).outcomes.map(outcome => outcome.function)).toEqual(['Orders', 'Billing']);
});

test('`takes` gives real code a duration', async () => {
  const Code = { ZipFile: "exports.handler = async () => 'done';" };
  const sim = shop({ orders: { Runtime: 'nodejs24.x', Handler: 'index.handler', Code } });
  sim.function('Orders').respond(takes({ seconds: 2 }, runsCode()));
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  await sim.close();
  expect([outcome.response, outcome.timeline.at(-1)]).toEqual(['done', '0:00:02  attempt 1 succeeded (version $LATEST)']);
});

test('`runsCode` refuses to run without a function', () => {
  expect(() => runsCode().run(undefined as never)).toThrow('`runsCode()` cannot run by itself. Give it to `respond(…)` of a function.');
});

test('one step reports an error in the form of each runtime, with the request id of each run', async () => {
  const sim = shop({ resources: { Python: lambda({ Runtime: 'python3.13' }), Node: lambda({ Runtime: 'nodejs24.x' }) } });
  const step = fails('no');
  const errors = [];
  for (const name of ['Python', 'Node', 'Python', 'Node']) {
    sim.function(name).respond(step);
    const outcome = await sim.invoke(name);
    await sim.clock.settle();
    errors.push(outcome.error);
    expect([outcome.requestId, undefined]).toContain(outcome.error!.requestId);
  }
  expect(errors[1]).toEqual({ errorType: 'Error', errorMessage: 'no', trace: [] });
  // Such an error is the same in each run, so there is one of it.
  expect(errors[3]).toBe(errors[1]);
  expect(errors[2]!.requestId).not.toBe(errors[0]!.requestId);
});
