import { worsened } from '../../bench/committed';
import type { Goal } from '../../bench/measurement';

const COMMITTED = { check: 2, requests: 0.5 };

function measured(name: string, ratio: number, goal?: Goal) {
  return { name, result: { measured: ratio, reference: 1, ratio }, ...goal && { goal } };
}

test('a cost may grow by the noise, and no more', () => {
  expect(worsened([measured('check', 2.7)], COMMITTED)).toEqual([]);
  expect(worsened([measured('check', 2.71, { atMost: 3 })], COMMITTED)).toEqual(['check: the ratio was 2 and is 2.71']);
});

test('a rate may fall by the noise, and no more', () => {
  expect(worsened([measured('requests', 0.325, { atLeast: 0.75 })], COMMITTED)).toEqual([]);
  expect(worsened([measured('requests', 0.32, { atLeast: 0.75 })], COMMITTED)).toEqual(['requests: the ratio was 0.5 and is 0.32']);
});

test('leaves alone what is better, new or no ratio', () => {
  expect(worsened([measured('check', 1), measured('requests', 1, { atLeast: 0.75 }), measured('new', 9), { name: 'check', result: 900 }], COMMITTED)).toEqual([]);
});
