import { milliseconds, spelled, type TimeSpan } from '../../../lib/simulator/time/span';

test.each([[0, '0:00:00'], [1, '0:00:00.001'], [59_999, '0:00:59.999'], [60_000, '0:01:00'], [3_723_000, '1:02:03'], [86_400_000, '24:00:00']])(
  '%i milliseconds are %s', (duration, text) => expect(spelled(duration)).toBe(text),
);

test.each<[TimeSpan, number]>([
  [{}, 0],
  [{ minutes: 3 }, 180_000],
  [{ hours: 1, minutes: 1, seconds: 1, milliseconds: 1 }, 3_661_001],
  [{ seconds: 0.5, hours: undefined }, 500],
])('%j is %i milliseconds', (span, duration) => expect(milliseconds(span, 'span')).toBe(duration));

test.each<[unknown, string]>([
  [{ seconds: -1 }, '{ seconds: -1 }'],
  [{ minutes: NaN }, '{ minutes: NaN }'],
  [{ hours: Infinity }, '{ hours: Infinity }'],
  [{ minute: 3 }, '{ minute: 3 }'],
  [{ minutes: '3' }, "{ minutes: '3' }"],
  [180, '180'],
  [undefined, 'undefined'],
  [null, 'null'],
])('refuses %j as a time', (span, got) => {
  expect(() => milliseconds(span as TimeSpan, 'span')).toThrow(new RangeError(
    `\`span\` must be a time of 0 or more in hours, minutes, seconds, milliseconds, e.g. { minutes: 3 }, got: ${got}`,
  ));
});
