import { Clock } from '../../../lib/simulator/time/clock';
import type { Due } from '../../../lib/simulator/time/due';

interface Item extends Due {
  readonly name: string;
  readonly again?: number;
}

function clock(happen?: (item: Item) => void | Promise<void>) {
  const log: string[] = [];
  const made: Clock<Item, string[]> = new Clock<Item, string[]>(Date.UTC(2026, 0, 1), item => {
    log.push(`${made.now.toISOString().slice(11, 19)} ${item.name}`);
    if (item.again !== undefined) {
      made.enter({ ...item, again: undefined }, item.again);
    }
    return happen?.(item);
  }, () => log.splice(0));
  return made;
}

const item = (name: string, again?: number): Item => ({ name, again, isVoid: false });

test('time stands still until it is moved; then everything due until that moment happens', async () => {
  const sim = clock();
  sim.enter(item('soon'), 60_000);
  sim.enter(item('late'), 60_001);
  expect(sim.now).toEqual(new Date('2026-01-01T00:00:00.000Z'));
  expect(await sim.advanceBy({ seconds: 59 })).toEqual([]);
  expect(await sim.advanceBy({ seconds: 1 })).toEqual(['00:01:00 soon']);
  expect(sim.now).toEqual(new Date('2026-01-01T00:01:00.000Z'));
  expect(sim.isSettled).toBe(false);
});

test('settling plays new items, too, and ends at the last one', async () => {
  const sim = clock();
  sim.enter(item('a', 7_200_000), 1000);
  expect(await sim.settle()).toEqual(['00:00:01 a', '02:00:01 a']);
  expect(sim.now).toEqual(new Date('2026-01-01T02:00:01.000Z'));
  expect(sim.isSettled).toBe(true);
});

test('waits for a promise', async () => {
  const order: string[] = [];
  const sim = clock(async ({ name }) => {
    await new Promise(resolve => setImmediate(resolve));
    order.push(name);
  });
  for (const name of ['a', 'b', 'c']) {
    sim.enter(item(name), 0);
  }
  await sim.settle();
  expect(order).toEqual(['a', 'b', 'c']);
});

test('refuses to move while it moves', async () => {
  const sim = clock(() => new Promise(resolve => setImmediate(resolve)));
  sim.enter(item('a'), 0);
  const first = sim.settle();
  await expect(sim.settle()).rejects.toThrow(
    'The clock is moving already. Await the promise of `advanceBy` or `settle` before you move it again, and do not move it from within a function.',
  );
  await first;
  await expect(sim.advanceBy({ hours: 1, minutes: 1, seconds: 1, milliseconds: 1 })).resolves.toEqual([]);
  expect(sim.now).toEqual(new Date('2026-01-01T01:01:01.001Z'));
});

test('goes on after an error', async () => {
  const sim = clock(({ name }) => {
    if (name === 'bad') {
      throw new Error('no');
    }
  });
  sim.enter(item('bad'), 0);
  sim.enter(item('good'), 1);
  await expect(sim.settle()).rejects.toThrow('no');
  expect(await sim.settle()).toEqual(['00:00:00 bad', '00:00:00 good']);
});

test('refuses to move beyond the latest date', async () => {
  const sim = clock();
  await sim.advanceBy({ milliseconds: 8_640_000_000_000_000 - sim.milliseconds });
  expect(sim.now.toISOString()).toBe('+275760-09-13T00:00:00.000Z');
  await expect(sim.advanceBy({ milliseconds: 1 })).rejects.toThrow(RangeError);
  await expect(clock().advanceBy({ hours: 1e10 })).rejects.toThrow('`span` must not lead beyond +275760-09-13T00:00:00.000Z, got: { hours: 10000000000 }');
});
