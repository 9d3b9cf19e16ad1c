import { fails, hitsSystemError, isThrottled, takes, type Step } from '../../../lib/simulator';
import { arn, config, lambda, resource, shop, type Shop } from '../shop';

/** The story of an event after some time. */
async function told(seconds: number, app: Shop, ...steps: [Step, ...Step[]]): Promise<string[]> {
  const sim = shop(app);
  sim.function('Orders').respond(...steps);
  const outcome = await sim.invoke('Orders');
  await sim.clock.advanceBy({ seconds });
  return outcome.timeline;
}

describe('an unfinished story ends with the next step', () => {
  const slow: Shop = { orders: { Timeout: 60 }, configs: { $LATEST: { age: 63 } } };

  test.each<[string, number, Step, string]>([
    ['another attempt', 1, fails(), '0:01:00  next attempt (the clock has not reached it)'],
    ['the end of a run', 10, takes({ seconds: 20 }), '0:00:20  end of the run (the clock has not reached it)'],
    ['the end of its age', 31, hitsSystemError(), '0:01:03  given up as too old (the clock has not reached it)'],
  ])('%s', async (_, seconds, step, line) => {
    expect((await told(seconds, slow, step)).at(-1)).toBe(line);
  });

  test('without the result of a run that has not ended', async () => {
    const sim = shop({ orders: { Timeout: 60 } });
    sim.function('Orders').respond(takes({ seconds: 10 }, fails()), takes({ seconds: 10 }));
    const outcome = await sim.invoke('Orders');
    await sim.clock.advanceBy({ seconds: 15 });
    expect(outcome.error).toEqual({ errorType: 'Error', errorMessage: 'intentional failure', trace: [] });
    await sim.clock.advanceBy({ minutes: 1 });
    expect([outcome.attempts, outcome.response, outcome.error]).toEqual([1, undefined, undefined]);
    await sim.clock.settle();
    expect([outcome.attempts, outcome.response]).toEqual([2, null]);
  });
});

describe('an event is given up with neither record nor dead letter', () => {
  const once = { $LATEST: { retries: 0 } };

  test('without a destination and a dead-letter queue', async () => {
    expect((await told(0, { configs: once }, fails())).at(-1)).toBe('0:00:00  given up: RetriesExhausted, with neither record nor dead letter');
  });

  test.each<[string, Shop]>([
    ['a destination', { configs: { $LATEST: { retries: 0, onFailure: 'Queue' } } }],
    ['a dead-letter queue', { configs: once, orders: { DeadLetterConfig: { TargetArn: arn('Queue') } } }],
  ])('but where there is %s', async (_, app) => {
    expect((await told(0, app, fails())).at(-2)).toBe('0:00:00  given up: RetriesExhausted');
  });
});

test('an event that was always throttled has neither a response nor an error', async () => {
  const sim = shop({ configs: { $LATEST: { age: 60 } } });
  sim.function('Orders').respond(isThrottled());
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  expect([outcome.condition, outcome.response, outcome.error]).toEqual(['EventAgeExceeded', undefined, undefined]);
});

test('a recursive loop has a record at a small queue', async () => {
  const sim = shop({
    configs: { $LATEST: { onSuccess: 'Billing', onFailure: 'Small' } },
    resources: { Billing: lambda(), Back: config('Billing', '$LATEST', { onSuccess: 'Orders' }), Small: resource('SQS::Queue', { MaximumMessageSize: 1024 }) },
  }, { respond: () => null });
  await sim.invoke('Orders');
  await sim.clock.settle();
  expect(sim.outcomes.at(-1)!.timeline.slice(1)).toEqual([
    '0:00:00  given up: Lambda detected a recursive loop',
    '0:00:00  record of the failure to queue `Small`',
  ]);
});
