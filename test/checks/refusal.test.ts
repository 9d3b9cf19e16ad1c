import { refusal } from '../../lib/checks/refusal';
import type { Verdict } from '../../lib/topology';

test.each<[string | undefined, Array<[string, Verdict]>]>([
  ['lacks a', [['a', 'missing'], ['b', 'allowed']]],
  ['lacks a and b', [['a', 'missing'], ['b', 'missing']]],
  ['is denied a', [['a', 'denied'], ['b', 'unknown']]],
  ['lacks b and is denied a', [['a', 'denied'], ['b', 'missing']]],
  [undefined, [['a', 'allowed'], ['b', 'unknown']]],
  [undefined, []],
])('a role %s', (words, verdicts) => {
  expect(refusal(verdicts)).toBe(words);
});
