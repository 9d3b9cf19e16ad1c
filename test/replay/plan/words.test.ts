import { planned } from './events';
import { PlanSums } from '../../../lib/replay/plan/plan-summary';
import { duration, planInWords } from '../../../lib/replay/plan/words';

test('shows a plan', () => {
  const sums = new PlanSums();
  sums.add({ event: planned('one') });
  Array.from({ length: 12 }, (_, index) => sums.add({ event: planned(`e${index}`, undefined, { responsePayload: { errorType: `Error${index}` } }) }));
  sums.add({ left: { source: 'queue', why: 'noPayload' } });
  sums.add({ read: 14, notSelected: 0 });
  const words = planInWords(sums.summary({ plan: 'first', now: 0, complete: false, target: ':fixed', warnings: ['the queue is small'], rate: 1 }));

  expect(words).toContain(`plan first of 1970-01-01T00:00:00.000Z
  read         14 events
  to send      13 events, to :fixed
  takes        13 s, costs about 0.00 USD without the functions that run again
  incomplete   a queue holds more than a plan can peek at: run this plan, then plan again
  warning      the queue is small

to send, by function
  13  orders
`);
  expect(words).toContain('  1  Error6\n  …  3 more\n\nto send, by version that ran\n');
  expect(words).toContain('not sent\n  1  the record has no event, because it was too large for its topic\n\nexamples\n'
    + '  one  2026-11-30T23:30:00.000Z, orders:live, RetriesExhausted, Error, version $LATEST, 2 bytes\n');
});

test('an empty plan has no tables', () => {
  expect(planInWords(new PlanSums().summary({ plan: 'p', now: 0, complete: true, warnings: [] })).split('\n')).toHaveLength(5);
});

test.each([[0, '0 s'], [59, '59 s'], [60, '1 min'], [3661, '1 h 1 min'], [10_000, '2 h 46 min'], [90_000, '1 d 1 h'], [86_460, '1 d']])('%i seconds are %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words);
});
