import fc from 'fast-check';
import { planned } from './events';
import { FirstEvents } from '../../../lib/replay/plan/first-events';

const TIMES = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 40 });

test('keeps the same events as sorting them all, for any order and limit', () => {
  fc.assert(fc.property(TIMES, fc.integer({ min: 1, max: 20 }), fc.constantFrom('oldest' as const, 'newest' as const), (times, limit, order) => {
    const events = times.map((time, index) => planned(`${index}`.padStart(2, '0'), new Date(time * 1000).toISOString()));
    const first = new FirstEvents(order, limit);
    const beyond = events.map(event => first.offer(event)).filter(event => event !== undefined);
    const sorted = [...events].sort((a, b) => {
      const times2 = [a, b].map(({ line }) => Date.parse(line.time!));
      return (order === 'oldest' ? times2[0] - times2[1] : times2[1] - times2[0]) || (a.line.id < b.line.id ? -1 : 1);
    });

    expect(first.inOrder()).toEqual(sorted.slice(0, limit));
    expect(new Set(beyond)).toEqual(new Set(sorted.slice(limit)));
  }), { numRuns: 200 });
});

test.each(['oldest', 'newest'] as const)('events without a time come last, with the %s first', order => {
  const first = new FirstEvents(order, 1);

  expect(first.offer(planned('a', 'no time'))).toBeUndefined();
  expect(first.offer(planned('b'))).toMatchObject({ line: { id: 'a' } });
  expect(first.offer(planned('c', 'no time'))).toMatchObject({ line: { id: 'c' } });
});
