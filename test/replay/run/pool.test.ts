import { pool } from '../../../lib/replay/run/pool';

const tick = () => new Promise(resolve => setImmediate(resolve));

test.each([1, 3, 10])('works on at most %i items at the same time', async most => {
  let now = 0;
  let peak = 0;
  const done: number[] = [];
  const all = await pool(Array.from({ length: 10 }, (_, item) => item), () => most, async item => {
    peak = Math.max(peak, now += 1);
    await tick();
    now -= 1;
    done.push(item);
    return true;
  });

  expect({ all, peak, done: done.length }).toEqual({ all: true, peak: most, done: 10 });
});

test('a change of the number is seen at once', async () => {
  const peaks: number[] = [];
  let now = 0;
  let most = 1;
  await pool(Array.from({ length: 20 }, (_, item) => item), () => most, async item => {
    peaks.push(now += 1);
    most = item >= 9 ? 5 : 1;
    await tick();
    now -= 1;
    return true;
  });

  expect(Math.max(...peaks.slice(0, 9))).toBe(1);
  expect(Math.max(...peaks)).toBe(5);
});

test('takes no item after work that says so, and ends what has begun', async () => {
  const ended: number[] = [];
  const all = await pool([1, 2, 3, 4, 5], () => 2, async item => {
    await tick();
    ended.push(item);
    return item !== 1;
  });

  expect({ all, ended }).toEqual({ all: false, ended: [1, 2] });
});

test('throws the first error when all that has begun has ended', async () => {
  const ended: number[] = [];
  await expect(pool([1, 2, 3], () => 2, async item => {
    await tick();
    if (item === 1) {
      throw new Error('first');
    }
    await tick();
    ended.push(item);
    return true;
  })).rejects.toThrow('first');

  expect(ended).toEqual([2]);
});
