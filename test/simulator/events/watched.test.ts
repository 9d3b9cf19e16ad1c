import { Simulator, fails, isThrottled, succeeds, takes } from '../../../lib/simulator';
import { FunctionMetrics } from '../../../lib/simulator/events/metrics';
import type { SimulatedLambda } from '../../../lib/simulator/simulated-lambda';
import { shop } from '../shop';

/** Each value of a metric that alarms would see, by name and qualifier. */
function watch(sim: Simulator): Map<string, number[]> {
  const lambda = sim.service as SimulatedLambda;
  const seen = new Map<string, number[]>();
  lambda.runnerOf([...lambda.functions][0]).watched = (name, value, qualifier) => {
    const key = `${name} of ${qualifier}`;
    seen.set(key, [...seen.get(key) ?? [], value]);
  };
  return seen;
}

test('alarms see each value of the metrics of an event, with its qualifier', async () => {
  const sim = shop({ configs: { live: { retries: 1, onFailure: 'Queue' } }, orders: { DeadLetterConfig: { TargetArn: { Ref: 'Topic' } } }, allowed: [] });
  const seen = watch(sim);
  sim.function('Orders').respond(isThrottled(), takes({ seconds: 2 }, fails()));
  await sim.invoke('Orders', { qualifier: 'live' });
  await sim.clock.settle();

  expect(Object.fromEntries(seen)).toEqual({
    'AsyncEventsReceived of live': [1],
    'Throttles of live': [1],
    'AsyncEventAge of live': [1000, 63_000],
    'Invocations of live': [1, 1],
    'Duration of live': [2000, 2000],
    'Errors of live': [1, 1],
    'AsyncEventsDropped of live': [1],
    'DestinationDeliveryFailures of live': [1],
    'DeadLetterErrors of live': [1],
  });
});

test('alarms see that a run has no error', async () => {
  const sim = shop();
  const seen = watch(sim);
  sim.function('Orders').respond(succeeds());
  await sim.invoke('Orders');
  await sim.clock.settle();

  expect(seen.get('Errors of undefined')).toEqual([0]);
});

test('what alarms see adds up to the metrics', async () => {
  const sim = shop({ configs: { $LATEST: { onFailure: 'Queue' } } });
  const seen = watch(sim);
  sim.function('Orders').respond(isThrottled(), fails(), takes({ seconds: 1 }, succeeds()));
  for (let number = 0; number < 5; number += 1) {
    await sim.invoke('Orders');
  }
  await sim.clock.settle();

  const { metrics } = sim.function('Orders');
  const counted = (Object.keys(new FunctionMetrics()) as Array<keyof FunctionMetrics>).map(name => {
    const metric = metrics[name];
    return [name, typeof metric === 'number' ? metric : metric.sum];
  });
  const sums = counted.map(([name]) => [name, (seen.get(`${name} of undefined`) ?? []).reduce((sum, value) => sum + value, 0)]);
  expect(sums).toEqual(counted);
});
