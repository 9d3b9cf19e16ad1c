import { spelled } from '../../../lib/simulator/time/span';

test.each([[0, '0:00:00'], [1, '0:00:00.001'], [59_999, '0:00:59.999'], [60_000, '0:01:00'], [3_723_000, '1:02:03'], [86_400_000, '24:00:00']])(
  '%i milliseconds are %s', (duration, text) => expect(spelled(duration)).toBe(text),
);
