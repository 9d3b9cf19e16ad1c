import { and, or, type Perhaps } from '../../../lib/topology/policies/perhaps';

test.each<[Perhaps, Perhaps, Perhaps, Perhaps]>([
  [true, true, true, true],
  [true, false, false, true],
  [true, undefined, undefined, true],
  [false, false, false, false],
  [false, undefined, false, undefined],
  [undefined, undefined, undefined, undefined],
])('%p and, or %p: %p, %p', (left, right, both, either) => {
  expect([and(left, right), and(right, left)]).toEqual([both, both]);
  expect([or(left, right), or(right, left)]).toEqual([either, either]);
});
