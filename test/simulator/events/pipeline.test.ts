import { fails, hitsSystemError, isThrottled, succeeds, takes, timesOut, type Step } from '../../../lib/simulator';
import { config, lambda, shop, type Shop } from '../shop';

/** Sends one event, and settles the clock. */
async function ended(app: Shop, ...steps: [Step, ...Step[]]) {
  const sim = shop(app);
  sim.function('Orders').respond(...steps);
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  return { sim, outcome, told: outcome.timeline };
}

test('without a config, an event that fails is tried three times, with neither record nor dead letter', async () => {
  const { outcome, told, sim } = await ended({}, fails());
  expect(told).toEqual([
    '0:00:00  accepted',
    '0:00:00  attempt 1 failed: Error (version $LATEST)',
    '0:01:00  attempt 2 failed: Error (version $LATEST)',
    '0:03:00  attempt 3 failed: Error (version $LATEST)',
    '0:03:00  given up: RetriesExhausted, with neither record nor dead letter',
  ]);
  expect([outcome.attempts, outcome.condition]).toEqual([3, 'RetriesExhausted']);
  expect(sim.metrics('Orders')).toMatchObject({
    Invocations: 3, Errors: 3, AsyncEventsReceived: 1, AsyncEventsDropped: 1, AsyncEventAge: { sampleCount: 3, sum: 240_000, maximum: 180_000 },
  });
});

test.each([[0, 1], [1, 2], [2, 3]])('%i retries make %i attempts', async (retries, attempts) => {
  const { outcome } = await ended({ configs: { $LATEST: { retries } } }, fails());
  expect([outcome.attempts, outcome.condition]).toEqual([attempts, 'RetriesExhausted']);
});

test.each([
  [60, 1, '0:00:00'],
  [61, 2, '0:01:00'],
  [90, 2, '0:01:00'],
  [180, 2, '0:01:00'],
  [181, 3, '0:03:00'],
])('an age of %i seconds leaves time for %i attempts, and Lambda gives up at once', async (age, attempts, at) => {
  const { outcome, told } = await ended({ configs: { $LATEST: { age } } }, fails());
  const condition = attempts === 3 ? 'RetriesExhausted' : 'EventAgeExceeded';
  expect([outcome.attempts, outcome.condition]).toEqual([attempts, condition]);
  expect(told.at(-1)).toBe(`${at}  given up: ${condition}, with neither record nor dead letter`);
});

test.each([
  [89, 1], [90, 2], // 30 seconds, a minute
  [239, 2], [240, 3], // the same again, and two minutes
])('with runs of 30 seconds, an age of %i seconds leaves time for %i attempts', async (age, attempts) => {
  const { outcome } = await ended({ configs: { $LATEST: { age } }, orders: { Timeout: 30 } }, timesOut());
  expect([outcome.attempts, outcome.condition]).toEqual([attempts, attempts === 3 ? 'RetriesExhausted' : 'EventAgeExceeded']);
});

test('the duration of runs counts for the age, and the wait starts at their end', async () => {
  const { outcome, told } = await ended({ configs: { $LATEST: { age: 90 } }, orders: { Timeout: 60 } }, takes({ seconds: 31 }, fails()));
  expect(outcome.condition).toBe('EventAgeExceeded');
  expect(told.slice(1)).toEqual([
    '0:00:31  attempt 1 failed: Error (version $LATEST)',
    '0:00:31  given up: EventAgeExceeded, with neither record nor dead letter',
  ]);
});

test('a timeout takes the whole timeout, and is an attempt', async () => {
  const { outcome, told } = await ended({ orders: { Timeout: 30 } }, timesOut(), takes({ seconds: 31 }), succeeds('done'));
  expect(told).toEqual([
    '0:00:00  accepted',
    '0:00:30  attempt 1 timed out (version $LATEST)',
    '0:02:00  attempt 2 timed out (version $LATEST)',
    '0:04:00  attempt 3 succeeded (version $LATEST)',
  ]);
  expect([outcome.condition, outcome.response, outcome.error]).toEqual(['Success', 'done', undefined]);
});

test('throttles and system errors are no attempts, and each doubles the wait', async () => {
  const { outcome, told, sim } = await ended({ configs: { $LATEST: { retries: 0 } } }, isThrottled(), hitsSystemError(), isThrottled(), succeeds());
  expect(told).toEqual([
    '0:00:00  accepted',
    '0:00:00  throttled',
    '0:00:01  system error',
    '0:00:03  throttled',
    '0:00:07  attempt 1 succeeded (version $LATEST)',
  ]);
  expect(outcome.attempts).toBe(1);
  expect(sim.metrics('Orders')).toMatchObject({ Throttles: 2, Invocations: 1, Errors: 0 });
});

test('after a run, the next throttle waits one second again', async () => {
  const { told } = await ended({}, isThrottled(), isThrottled(), fails(), isThrottled(), succeeds());
  expect(told).toEqual([
    '0:00:00  accepted',
    '0:00:00  throttled',
    '0:00:01  throttled',
    '0:00:03  attempt 1 failed: Error (version $LATEST)',
    '0:01:03  throttled',
    '0:01:04  attempt 2 succeeded (version $LATEST)',
  ]);
});

test('the last wait ends with the maximum age', async () => {
  const { told } = await ended({ configs: { $LATEST: { age: 63 } } }, isThrottled());
  expect(told.slice(-3)).toEqual(['0:00:15  throttled', '0:00:31  throttled', '0:01:03  given up: EventAgeExceeded, with neither record nor dead letter']);
});

test('a run may take its whole timeout', async () => {
  const { told } = await ended({ orders: { Timeout: 30 } }, takes({ seconds: 30 }));
  expect(told.at(-1)).toBe('0:00:30  attempt 1 succeeded (version $LATEST)');
});

test('a response is too large by its bytes, not by its characters', async () => {
  const { outcome } = await ended({ configs: { $LATEST: { retries: 0 } } }, succeeds('雪'.repeat(2_097_186)));
  expect(outcome.error).toEqual({
    errorType: 'Function.ResponseSizeTooLarge', errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
  });
});

test('the wait grows to five minutes, until the event is too old', async () => {
  const { outcome, told } = await ended({ configs: { $LATEST: { age: 1200 } } }, isThrottled());
  expect(told.map(line => line.split(' ')[0])).toEqual([
    '0:00:00', '0:00:00', '0:00:01', '0:00:03', '0:00:07', '0:00:15', '0:00:31', '0:01:03', '0:02:07', '0:04:15', '0:08:31', '0:13:31', '0:18:31', '0:20:00',
  ]);
  expect([outcome.attempts, outcome.condition]).toEqual([0, 'EventAgeExceeded']);
});

test('events wait for a run that uses the reserved concurrency', async () => {
  const sim = shop({ orders: { ReservedConcurrentExecutions: 1, Timeout: 60 } });
  sim.function('Orders').respond(takes({ seconds: 10 }));
  const [first, second] = [await sim.invoke('Orders'), await sim.invoke('Orders')];
  await sim.clock.settle();
  expect(first.timeline.at(-1)).toBe('0:00:10  attempt 1 succeeded (version $LATEST)');
  expect(second.timeline.slice(1)).toEqual([
    '0:00:00  throttled', '0:00:01  throttled', '0:00:03  throttled', '0:00:07  throttled', '0:00:25  attempt 1 succeeded (version $LATEST)',
  ]);
});

test('a reserved concurrency of 0 gives every event up at once', async () => {
  const { outcome, told, sim } = await ended({ orders: { ReservedConcurrentExecutions: 0 }, configs: { $LATEST: { onFailure: 'Queue' } } }, succeeds());
  expect(told).toEqual([
    '0:00:00  accepted',
    '0:00:00  given up: ZeroReservedConcurrency',
    '0:00:00  record of the failure to queue `Queue`',
  ]);
  expect(outcome.attempts).toBe(0);
  const [record] = sim.destination('Queue').records;
  expect(record).toMatchObject({ requestContext: { condition: 'ZeroReservedConcurrency', approximateInvokeCount: 0 } });
  expect(record.requestPayload).toEqual({});
  expect(Object.keys(record)).toEqual(['version', 'timestamp', 'requestContext', 'requestPayload']);
});

test('an event has the config of its own qualifier only', async () => {
  const sim = shop({ configs: { $LATEST: { retries: 0 }, live: { retries: 1 } } });
  sim.function('Orders').respond(fails());
  const outcomes = [
    await sim.invoke('Orders'),
    await sim.invoke('Orders', { qualifier: '$LATEST' }),
    await sim.invoke('Orders', { qualifier: 'live' }),
    await sim.invoke('Orders', { qualifier: '1' }),
  ];
  await sim.clock.settle();
  expect(outcomes.map(({ attempts }) => attempts)).toEqual([1, 1, 2, 3]);
});

test('an event keeps the config with which it was accepted', async () => {
  const sim = shop();
  sim.function('Orders').respond(fails());
  const before = await sim.invoke('Orders');
  sim.service.functions.find(sim.function('Orders').name)!.configs.put('$LATEST', { retryAttempts: 0, lastModified: sim.service.now() });
  const after = await sim.invoke('Orders');
  await sim.clock.settle();
  expect([before.attempts, after.attempts]).toEqual([3, 1]);
});

test('waiting events follow an alias that moves', async () => {
  const sim = shop();
  sim.function('Orders').respond(fails());
  const outcome = await sim.invoke('Orders', { qualifier: 'live' });
  await sim.clock.advanceBy({ seconds: 30 });
  const version = sim.function('Orders').publishVersion();
  sim.function('Orders').moveAlias('live', version).respond(succeeds());
  await sim.clock.settle();
  expect(outcome.timeline).toEqual([
    '0:00:00  accepted',
    '0:00:00  attempt 1 failed: Error (version 1)',
    '0:01:00  attempt 2 succeeded (version 2)',
  ]);
});

test('a weighted alias chooses a version for each attempt, by the seed', async () => {
  const versions = async (seed: number) => {
    const sim = shop({}, { seed });
    sim.function('Orders').respond(fails()).publishVersion();
    sim.function('Orders').moveAlias('live', '1', { version: '2', weight: 0.3 });
    for (let count = 0; count < 200; count += 1) {
      await sim.invoke('Orders', { qualifier: 'live' });
    }
    const { outcomes } = await sim.clock.settle();
    return outcomes.flatMap(({ timeline }) => timeline.flatMap(line => /version (\d)/.exec(line)?.[1] ?? []));
  };
  const [once, again, other] = await Promise.all([versions(7), versions(7), versions(8)]);
  expect(once).toEqual(again);
  expect(once).not.toEqual(other);
  const share = once.filter(version => version === '2').length / once.length;
  expect(once).toHaveLength(600);
  expect(share).toBeGreaterThan(0.24);
  expect(share).toBeLessThan(0.36);
});

test('does not find a function that was deleted while its event waited', async () => {
  const sim = shop({ configs: { $LATEST: { retries: 1, onFailure: 'Queue' } } });
  sim.function('Orders').respond(fails());
  const outcome = await sim.invoke('Orders');
  await sim.clock.advanceBy({ seconds: 30 });
  sim.function('Orders').delete();
  await sim.clock.settle();
  expect(outcome.timeline.slice(2)).toEqual([
    '0:01:00  attempt 2 found no function, version or alias',
    '0:01:00  given up: RetriesExhausted',
    '0:01:00  record of the failure to queue `Queue`',
  ]);
  const [record] = sim.destination('Queue').records;
  expect(record).toMatchObject({ requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 2 }, responseContext: { statusCode: 404 } });
  expect(record).not.toHaveProperty('responsePayload');
  expect(record.responseContext).toEqual({ statusCode: 404 });
});

test('an attempt without a function takes no time, so an age of exactly the wait is too short', async () => {
  const sim = shop({ configs: { $LATEST: { age: 60 } } });
  sim.function('Orders').respond(fails());
  const outcome = await sim.invoke('Orders');
  sim.function('Orders').delete();
  await sim.clock.settle();
  expect(outcome.timeline.slice(1)).toEqual([
    '0:00:00  attempt 1 found no function, version or alias',
    '0:00:00  given up: EventAgeExceeded, with neither record nor dead letter',
  ]);
});

describe('functions that pass their records to each other', () => {
  const circle = (recursiveLoop?: string) => shop({
    orders: { RecursiveLoop: recursiveLoop },
    configs: { $LATEST: { onSuccess: 'Billing' } },
    resources: { Billing: lambda({ RecursiveLoop: recursiveLoop }), Back: config('Billing', '$LATEST', { onSuccess: 'Orders', onFailure: 'Queue' }) },
  }, { respond: succeeds() });

  test('a record is an event of its own', async () => {
    const sim = shop({ configs: { $LATEST: { onSuccess: 'Billing' } }, resources: { Billing: lambda() } }, { respond: succeeds({ total: 3 }) });
    const outcome = await sim.invoke('Orders', { payload: { id: 1 } });
    await sim.clock.settle();
    const [first, second] = sim.outcomes;
    expect([first.requestId, second.function]).toEqual([outcome.requestId, 'Billing']);
    expect(second.requestId).not.toBe(first.requestId);
    const requestContext = { requestId: first.requestId };
    expect(second.payload).toMatchObject({ requestContext, requestPayload: { id: 1 }, responsePayload: { total: 3 } });
  });

  test('are stopped after sixteen invocations of one function', async () => {
    const sim = circle();
    await sim.invoke('Orders');
    await sim.clock.settle();
    expect(sim.outcomes).toHaveLength(33);
    expect(sim.outcomes.at(-1)!.timeline).toEqual(['0:00:00  accepted', '0:00:00  given up: Lambda detected a recursive loop, with neither record nor dead letter']);
    expect(sim.outcomes.at(-1)).toMatchObject({ isRecursive: true, condition: undefined, attempts: 0 });
    expect(sim.metrics('Orders')).toMatchObject({ Invocations: 16, RecursiveInvocationsDropped: 1, AsyncEventsDropped: 1 });
    expect(sim.metrics('Billing')).toMatchObject({ Invocations: 16, RecursiveInvocationsDropped: 0 });
  });

  test('go on if both allow it, until the simulator calls them endless', async () => {
    const sim = circle('Allow');
    await sim.invoke('Orders');
    await expect(sim.clock.settle()).rejects.toThrow(
      '`Orders` was invoked 200 times in one chain that would never end, because its `RecursiveLoop` is Allow. Break the circle: change a destination, or what the function invokes.',
    );
    expect(sim.metrics('Orders').Invocations).toBe(200);
  });
});

test('refuses a durable function', async () => {
  const sim = shop({ orders: { DurableConfig: { ExecutionTimeout: 60 } } });
  await expect(sim.invoke('Orders')).rejects.toThrow(
    'The simulator does not know how retries and age act on the events of a durable function. Invoke a function that is not durable.',
  );
});

test('a function without a behaviour is an error, and its event waits for one', async () => {
  const sim = shop();
  const outcome = await sim.invoke('Orders');
  await expect(sim.clock.settle()).rejects.toThrow(
    '`Orders` has to run, but you have not said what it does. Use `sim.function(\'Orders\').respond(…)` with a handler, `succeeds()`, `fails()` or `runsCode()`, '
    + 'or set the option `respond` of the simulator for all functions.',
  );
  sim.function('Orders').respond(succeeds());
  await sim.clock.settle();
  expect([outcome.attempts, outcome.condition]).toEqual([1, 'Success']);
});
