import { fails, isThrottled, takes, type Simulator, type Step } from '../../../lib/simulator';
import { shop } from '../shop';

/** The last line of the story, in which an event waits, after some seconds. */
async function waiting(seconds: number, steps: readonly [Step, ...Step[]], before?: (sim: Simulator) => void): Promise<string> {
  const sim = shop({ configs: { $LATEST: { age: 90 } }, orders: { Timeout: 60 } });
  sim.function('Orders').respond(...steps);
  const outcome = await sim.invoke('Orders');
  await sim.clock.advanceBy({ seconds });
  before?.(sim);
  await sim.clock.advanceBy({ seconds: 1 });
  return outcome.timeline.at(-1)!;
}

test('an event waits for its first attempt', async () => {
  const outcome = await shop().invoke('Orders');
  expect(outcome.timeline.at(-1)).toBe('0:00:00  next attempt (the clock has not reached it)');
});

test('a failed event waits for its retry', async () => {
  expect(await waiting(1, [fails()])).toBe('0:01:00  next attempt (the clock has not reached it)');
});

test('a throttled event waits twice as long each time', async () => {
  expect(await waiting(3, [isThrottled()])).toBe('0:00:07  next attempt (the clock has not reached it)');
});

test('the last wait ends with the age of the event', async () => {
  expect(await waiting(70, [isThrottled()])).toBe('0:01:30  given up as too old (the clock has not reached it)');
});

test('an event whose function is gone after a throttle waits for its retry', async () => {
  expect(await waiting(2, [isThrottled()], sim => sim.function('Orders').delete())).toBe('0:01:03  next attempt (the clock has not reached it)');
});

test('a run that takes time ends later', async () => {
  expect(await waiting(1, [takes({ seconds: 30 }, fails())])).toBe('0:00:30  end of the run (the clock has not reached it)');
});
