import type { ControlItem } from '../../../lib/replay/run/ledger';
import { Turns } from '../../../lib/replay/run/turns';
import { VirtualClock } from '../loopback/virtual-clock';

const RUNNING: ControlItem = { id: 'r', plan: 'p', state: 'running', rate: 100, concurrency: 10, factor: 1, settings: '{}', startedAt: 0 };

let clock: VirtualClock;
let control: ControlItem;
let takes: Map<number, number>;

beforeEach(() => {
  clock = new VirtualClock();
  control = RUNNING;
  takes = new Map();
});

/** The part of the ledger that gives turns. */
const ledger = {
  control: async () => control,
  take: async (_: string, second: number, number: number) => {
    const before = takes.get(second) ?? 0;
    takes.set(second, before + number);
    return before;
  },
};

function turns({ seconds = 3600, workers = 1 } = {}): Turns {
  return new Turns(ledger, clock, 'r', workers, clock.now() + seconds * 1000, () => 0.5);
}

/** Events that workers send in some seconds. */
async function sent(workers: readonly Turns[], seconds: number): Promise<number> {
  const until = clock.now() + seconds * 1000;
  let number = 0;
  await Promise.all(workers.map(async worker => {
    while (clock.now() < until && await worker.next() === 'go') {
      number += 1;
    }
  }));
  return number;
}

test.each([1, 5, 100, 1000])('one worker keeps a rate of %i in a second', async rate => {
  control = { ...RUNNING, rate };
  const number = await sent([turns()], 20);

  expect(number).toBeGreaterThan(rate * 9);
  expect(number).toBeLessThanOrEqual(rate * 21);
});

test('workers share the rate, however many they are', async () => {
  const number = await sent(Array.from({ length: 30 }, () => turns({ workers: 30 })), 20);

  expect(number).toBeLessThanOrEqual(100 * takes.size);
  expect(number).toBeGreaterThan(50 * (takes.size - 1));
});

test('the factor lowers the rate, but never to nothing', async () => {
  control = { ...RUNNING, rate: 10, factor: 0.05 };

  expect(await sent([turns()], 20)).toBeGreaterThan(5);
  expect(Math.max(...takes.values())).toBeLessThanOrEqual(3);
});

test('a change of the rate is seen within seconds', async () => {
  control = { ...RUNNING, rate: 1 };
  const worker = turns();
  await sent([worker], 10);
  control = { ...RUNNING, rate: 100 };

  expect(await sent([worker], 10)).toBeGreaterThan(400);
});

test('the concurrency is that of the control item', async () => {
  expect(await turns().concurrency()).toBe(10);
});

test('a run that is stopped gives no turn, and tells why', async () => {
  const worker = turns();
  await worker.next();
  control = { ...RUNNING, state: 'stopped', reason: 'enough' };
  clock.advance(2000);

  expect(await worker.next()).toEqual({ stopped: 'enough' });
  expect(await worker.again()).toBe(false);
});

test('a run that is paused waits until it goes on', async () => {
  control = { ...RUNNING, state: 'paused' };
  const begun = clock.now();
  setImmediate(() => control = RUNNING);

  expect(await turns().next()).toBe('go');
  expect(clock.now() - begun).toBeGreaterThanOrEqual(1000);
});

test('after its time, a worker gets no turn', async () => {
  const worker = turns({ seconds: 1 });
  clock.advance(1000);

  expect(await worker.next()).toBe('late');
});

test('after a throttle, all wait: longer each time, and at least as long as Lambda asks', async () => {
  const worker = turns();
  const waits: number[] = [];
  for (const retryAfter of [undefined, undefined, 30_000]) {
    worker.throttled(retryAfter);
    const begun = clock.now();
    await worker.again();
    waits.push(clock.now() - begun);
  }

  expect(waits).toEqual([300, 600, 30_000]);
  worker.passed();
  worker.throttled();
  const begun = clock.now();
  await worker.next();
  expect(clock.now() - begun).toBe(300);
  expect(worker.throttles).toBe(4);
});

test('a run without a control item is refused', async () => {
  const worker = new Turns({ ...ledger, control: async () => undefined }, clock, 'r', 1, clock.now() + 1000);

  await expect(worker.next()).rejects.toThrow('The ledger must have a control item for the run "r", got: none. A run starts with its state machine, and the ledger forgets it after some time.');
});
