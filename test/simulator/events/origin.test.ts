import { SharedOrigins, type Origin } from '../../../lib/simulator/events/origin';
import type { Lineage } from '../../../lib/simulator/lineage';
import type { Cause } from '../../../lib/simulator/sources/flow/cause';
import type { SimulatedFunction } from '../../../lib/simulator/state';

const FN = {} as SimulatedFunction;
const OTHER_FN = {} as SimulatedFunction;
const CAUSE = { depth: 3 } as Cause;
const PARENT: Lineage = { function: FN, generation: 4, parent: undefined };
const OTHER_CAUSE = { ...CAUSE };
const OTHER_PARENT = { ...PARENT };

const MAKERS: Array<(origins: SharedOrigins) => Origin> = [
  origins => origins.of(FN, 1, 'live', 'a', PARENT, CAUSE),
  origins => origins.of(OTHER_FN, 1, 'live', 'a', PARENT, CAUSE),
  origins => origins.of(FN, 2, 'live', 'a', PARENT, CAUSE),
  origins => origins.of(FN, 1, undefined, 'a', PARENT, CAUSE),
  origins => origins.of(FN, 1, 'live', 'b', PARENT, CAUSE),
  origins => origins.of(FN, 1, 'live', 'a', OTHER_PARENT, CAUSE),
  origins => origins.of(FN, 1, 'live', 'a', PARENT, OTHER_CAUSE),
];

test('equal origins are one', () => {
  const origins = new SharedOrigins();
  for (const make of MAKERS) {
    expect(make(origins)).toBe(make(origins));
  }
});

test.each(MAKERS.slice(1).map((make, index) => [index + 1, make] as const))('origins that differ in one thing are two (%i)', (_, make) => {
  const origins = new SharedOrigins();
  expect(MAKERS[0](origins)).not.toBe(make(origins));
});

test('counts invocations of the same function, and the steps before', () => {
  const origins = new SharedOrigins();
  expect(origins.of(FN, 1, undefined, undefined, PARENT, CAUSE)).toMatchObject({ generation: 5, depth: 4 });
  expect(origins.of(FN, 1, undefined, undefined, undefined, undefined)).toMatchObject({ generation: 1, depth: 0 });
});

test('forgets the last one', () => {
  const origins = new SharedOrigins();
  const last = MAKERS[0](origins);
  origins.clear();
  expect(MAKERS[0](origins)).not.toBe(last);
});
