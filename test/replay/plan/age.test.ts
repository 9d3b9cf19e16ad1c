import { ageClass } from '../../../lib/replay/plan/age';

const HOUR = 3_600_000;

test.each([
  [0, 'below 1 h'], [HOUR - 1, 'below 1 h'], [HOUR, '1 h to 6 h'], [6 * HOUR, '6 h to 1 d'], [24 * HOUR, '1 d to 4 d'], [4 * 24 * HOUR, '4 d to 14 d'],
  [14 * 24 * HOUR - 1, '4 d to 14 d'], [14 * 24 * HOUR, '14 d and more'], [undefined, 'unknown'],
])('an age of %s ms is %s', (age, name) => {
  expect(ageClass(age)).toBe(name);
});
