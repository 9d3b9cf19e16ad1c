import { TestClock } from './test-clock';
import { systemClock, type Clock } from '../../lib/handler/clock';

describe.each<[string, () => Clock]>([
  ['the time of the machine', () => systemClock],
  ['the time of the tests', () => new TestClock()],
])('%s', (_, make) => {
  test('passes while one sleeps', async () => {
    const clock = make();
    const begun = clock.now();
    await clock.sleep(5);
    // Timers of Node may be early by a part of a millisecond.
    expect(clock.now() - begun).toBeGreaterThanOrEqual(4);
  });

  test('rings an alarm once it has come', async () => {
    const clock = make();
    const ring = jest.fn();
    clock.alarm(3, ring);
    expect(ring).not.toHaveBeenCalled();
    await clock.sleep(20);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  test('rings at once when it has come already', async () => {
    await new Promise<void>(ring => make().alarm(0, ring));
  });

  test('rings no alarm that was switched off', async () => {
    const clock = make();
    const ring = jest.fn();
    clock.alarm(3, ring)();
    await clock.sleep(20);
    expect(ring).not.toHaveBeenCalled();
  });
});
