import { isoTime } from '../../../lib/simulator/time/iso-time';

test('writes times, however often and in any order', () => {
  const times = [0, 1, 1, 0, Date.UTC(2026, 0, 1)];
  expect(times.map(isoTime)).toEqual(times.map(time => new Date(time).toISOString()));
});
