import { duration } from '../../lib/report/duration';

test.each([[0, '0 s'], [59.5, '59.5 s'], [60, '1 min'], [3630, '1 h 30 s'], [86_400, '24 h']])('writes %d seconds', (seconds, words) => {
  expect(duration(seconds)).toBe(words);
});
