import { steer, type Moment, type Situation } from '../../../lib/replay/run/governor';

const BOUNDS = { maxFailureShare: 0.5, maxEventAge: 60 };
const CALM: Situation = { factor: 1, sent: 1000, throttled: 0, failedAgain: 0 };
const HISTORY: readonly Moment[] = [{ at: 100, sent: 0, throttled: 0 }, { at: 200, sent: 20, throttled: 0 }, { at: 300, sent: 900, throttled: 0 }];

test('goes on while nothing is known', () => {
  expect(steer(CALM, [], BOUNDS)).toEqual({ factor: 1 });
});

test.each<[string, Partial<Situation>, string | undefined]>([
  ['fewer than ten failures', { failedAgain: 9, frontier: 150 }, undefined],
  ['half of what had the time to fail', { failedAgain: 10, frontier: 200 }, undefined],
  ['more than half of what had the time to fail', { failedAgain: 11, frontier: 200 }, '11 of 20 replayed events failed again, more than the share 0.5 of `maxFailureShare`'],
  ['few of what had the time to fail', { failedAgain: 11, frontier: 201 }, undefined],
  ['more failures than the history knows of', { failedAgain: 30, frontier: 150 }, '30 of 30 replayed events failed again, more than the share 0.5 of `maxFailureShare`'],
  ['failures of the newest events', { failedAgain: 600, frontier: 400 }, '600 of 1000 replayed events failed again, more than the share 0.5 of `maxFailureShare`'],
])('%s', (_, situation, stop) => {
  expect(steer({ ...CALM, ...situation }, HISTORY, BOUNDS).stop).toBe(stop);
});

test('a share of 1 never stops', () => {
  expect(steer({ ...CALM, failedAgain: 1000, frontier: 400 }, HISTORY, { ...BOUNDS, maxFailureShare: 1 })).toEqual({ factor: 1 });
});

test.each<[string, Partial<Situation>, number]>([
  ['events that wait for a minute', { eventAge: 60_000 }, 1],
  ['events that wait longer', { eventAge: 60_001 }, 0.5],
  ['a throttle for each ten events', { throttled: 10 }, 1],
  ['more throttles', { throttled: 11 }, 0.5],
  ['a slow run without trouble', { factor: 0.5 }, 0.75],
  ['a nearly full speed without trouble', { factor: 0.8 }, 1],
  ['the slowest speed', { factor: 0.05, eventAge: 1e6 }, 0.05],
])('the speed after %s', (_, situation, factor) => {
  expect(steer({ ...CALM, ...situation }, HISTORY, BOUNDS).factor).toBe(factor);
});
