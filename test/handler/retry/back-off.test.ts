import * as fc from 'fast-check';
import { backOff } from '../../../lib/handler/retry/back-off';

test.each([[1, 500], [2, 1000], [3, 2000], [4, 4000], [5, 8000], [6, 10_000], [7, 10_000], [1100, 10_000]])(
  'after %i failures, the wait is anything below %i ms', (failures, bound) => {
    expect(backOff(failures, 0)).toBe(0);
    expect(backOff(failures, 0.5)).toBe(bound / 2);
    fc.assert(fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), random => backOff(failures, random) < bound));
  },
);
