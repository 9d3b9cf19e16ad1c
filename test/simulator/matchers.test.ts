import { resource, shop } from './shop';
import { asyncInvokeMatchers as matchers, fails, succeeds, type AsyncInvokeMatchers } from '../../lib/simulator';

declare global {
  namespace jest {
    interface Matchers<R> extends AsyncInvokeMatchers<R> {}
  }
}

async function app() {
  const sim = shop({ configs: { $LATEST: { retries: 1, onFailure: 'Queue' } }, orders: { DeadLetterConfig: { TargetArn: { Ref: 'Topic' } } } });
  sim.function('Orders').respond(fails(), fails(), succeeds());
  const outcome = await sim.invoke('Orders');
  return { sim, outcome };
}

test('pass and fail as they should', async () => {
  const { sim, outcome } = await app();
  expect(matchers.toBeWaiting(outcome).pass).toBe(true);
  expect(matchers.toHaveBeenGivenUp(outcome).pass).toBe(false);
  await sim.clock.settle();
  expect(matchers.toBeWaiting(outcome).pass).toBe(false);
  expect(matchers.toHaveBeenGivenUp(outcome).pass).toBe(true);
  expect(matchers.toHaveBeenGivenUp(outcome, { after: 2, because: 'RetriesExhausted' }).pass).toBe(true);
  expect(matchers.toHaveBeenGivenUp(outcome, { after: 3 }).pass).toBe(false);
  expect(matchers.toHaveBeenGivenUp(outcome, { because: 'EventAgeExceeded' }).pass).toBe(false);
  expect(matchers.toHaveSucceeded(outcome).pass).toBe(false);
  expect(matchers.toHaveReceivedRecordOf(sim.destination('Queue'), outcome).pass).toBe(true);
  expect(matchers.toHaveReceivedRecordOf(sim.destination('Topic'), outcome).pass).toBe(false);
  expect(matchers.toHaveReceivedDeadLetterOf(sim.destination('Topic'), outcome).pass).toBe(true);
  expect(matchers.toHaveReceivedDeadLetterOf(sim.destination('Bus'), outcome).pass).toBe(false);
});

test('compare the number of attempts of a success', async () => {
  const sim = shop();
  sim.function('Orders').respond(fails(), succeeds());
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  expect([undefined, { after: 2 }, { after: 1 }].map(expected => matchers.toHaveSucceeded(outcome, expected).pass)).toEqual([true, true, false]);
  expect(matchers.toHaveBeenGivenUp(outcome).pass).toBe(false);
});

test('tell the records of two events apart', async () => {
  const { sim, outcome } = await app();
  await sim.clock.settle();
  sim.function('Orders').respond(succeeds());
  const other = await sim.invoke('Orders');
  await sim.clock.settle();
  expect([outcome, other].map(event => matchers.toHaveReceivedRecordOf(sim.destination('Queue'), event).pass)).toEqual([true, false]);
  expect([outcome, other].map(event => matchers.toHaveReceivedDeadLetterOf(sim.destination('Topic'), event).pass)).toEqual([true, false]);
});

test('print the story if they fail', async () => {
  const { sim, outcome } = await app();
  await sim.clock.settle();
  expect(matchers.toHaveSucceeded(outcome, { after: 1 }).message()).toBe(
    `Expected the event to have succeeded after 1 attempt:
Orders ${outcome.requestId}
  0:00:00  accepted
  0:00:00  attempt 1 failed: Error (version $LATEST)
  0:01:00  attempt 2 failed: Error (version $LATEST)
  0:01:00  given up: RetriesExhausted
  0:01:00  record of the failure to queue \`Queue\`
  0:01:00  dead letter to topic \`Topic\``);
  expect(matchers.toHaveBeenGivenUp(outcome, { after: 2, because: 'RetriesExhausted' }).message())
    .toMatch(/^Expected the event not to have been given up after 2 attempts because of RetriesExhausted:\nOrders /);
  expect(matchers.toHaveReceivedRecordOf(sim.destination('Bus'), outcome).message()).toMatch(/^Expected shop to have received a record of the event:\nOrders /);
});

test('refuse anything but outcomes and destinations', () => {
  expect(() => matchers.toHaveSucceeded('yes')).toThrow('`expect` must get an outcome of the simulator, got: string');
  expect(() => matchers.toHaveReceivedRecordOf(null, undefined as never)).toThrow('`expect` must get a destination of the simulator, got: null');
});

test('have types', async () => {
  expect.extend(matchers);
  const { sim, outcome } = await app();
  expect(outcome).toBeWaiting();
  await sim.clock.settle();
  expect(outcome).toHaveBeenGivenUp({ after: 2, because: 'RetriesExhausted' });
  expect(outcome).not.toHaveSucceeded();
  expect(sim.destination('Queue')).toHaveReceivedRecordOf(outcome);
  expect(sim.destination('Topic')).toHaveReceivedDeadLetterOf(outcome);
  // @ts-expect-error no such condition
  expect(outcome).not.toHaveBeenGivenUp({ because: 'Boredom' });
  // @ts-expect-error a record is of an outcome
  expect(() => expect(sim.destination('Queue')).toHaveReceivedRecordOf('the order')).toThrow(
    '`expect` must get an outcome of the simulator, got: string',
  );
  expect(() => matchers.toHaveSucceeded(sim.invoke('Orders'))).toThrow('got: a promise. Await it first');
});

describe('about alarms', () => {
  const alarmed = async () => {
    const sim = shop({
      resources: {
        Dropped: resource('CloudWatch::Alarm', {
          AlarmName: 'dropped',
          Namespace: 'AWS/Lambda',
          MetricName: 'AsyncEventsDropped',
          Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'Orders' } }],
          Statistic: 'Sum',
          Period: 60,
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          TreatMissingData: 'notBreaching',
        }),
      },
    });
    sim.function('Orders').respond(fails());
    await sim.clock.advanceBy({ minutes: 1 });
    return sim;
  };

  test('pass and fail as they should', async () => {
    const sim = await alarmed();
    const alarm = sim.alarm('Dropped');
    expect(matchers.toBeInAlarm(alarm).pass).toBe(false);
    expect([undefined, 0, 1].map(times => matchers.toHaveFired(alarm, times).pass)).toEqual([false, true, false]);

    await sim.invoke('Orders');
    await sim.clock.settle();
    expect(matchers.toBeInAlarm(alarm).pass).toBe(true);
    expect([undefined, 0, 1, 2].map(times => matchers.toHaveFired(alarm, times).pass)).toEqual([true, false, true, false]);

    await sim.clock.advanceBy({ hours: 1 });
    expect(matchers.toBeInAlarm(alarm).pass).toBe(false);
    expect(matchers.toHaveFired(alarm).pass).toBe(true);
  });

  test('print the history if they fail', async () => {
    const sim = await alarmed();
    const alarm = sim.alarm('Dropped');
    expect(matchers.toBeInAlarm(alarm).message()).toBe('Expected the alarm to be in ALARM:\ndropped: OK\n  0:01:00 INSUFFICIENT_DATA -> OK');
    expect(matchers.toHaveFired(alarm).message()).toBe('Expected the alarm to have fired:\ndropped: OK\n  0:01:00 INSUFFICIENT_DATA -> OK');
    expect(matchers.toHaveFired(alarm, 1).message()).toContain('Expected the alarm to have fired 1 time:');
    expect(matchers.toHaveFired(alarm, 0).message()).toContain('Expected the alarm not to have fired 0 times:');
  });

  test('refuse anything else', () => {
    expect(() => matchers.toBeInAlarm('Dropped')).toThrow(new TypeError('`expect` must get an alarm of the simulator, got: string'));
    expect(() => matchers.toHaveFired(undefined)).toThrow(new TypeError('`expect` must get an alarm of the simulator, got: undefined'));
  });
});
