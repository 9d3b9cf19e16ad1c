import { spanOf, startOf } from '../../../lib/cli/simulate/span';
import { UsageError } from '../../../lib/cli/usage-error';

const SEE = 'See `cdk-async-invoke simulate --help`.';

test.each([['0s', 0], ['1s', 1_000], ['90m', 5_400_000], ['36h', 129_600_000], ['2d', 172_800_000], ['999999d', 999_999 * 86_400_000]])('reads %s', (text, milliseconds) => {
  expect(spanOf('--for', text)).toBe(milliseconds);
});

test.each(['', '1', 'd', '1w', '1.5h', '-1h', '1 h', '1H', '1h30m', '1000000d', '١h'])('refuses the span %j', text => {
  expect(() => spanOf('--for', text)).toThrow(new UsageError(`\`--for\` must be a number and s, m, h or d, e.g. 90m or 2d, got: ${text}. ${SEE}`));
});

test.each([
  ['2026-03-29', '2026-03-29T00:00:00.000Z'],
  ['2026-03-29T01:30', '2026-03-29T01:30:00.000Z'],
  ['2026-03-29T01:30:15', '2026-03-29T01:30:15.000Z'],
  ['2026-03-29T01:30:15.250Z', '2026-03-29T01:30:15.250Z'],
  ['2026-03-29T01:30+02:00', '2026-03-28T23:30:00.000Z'],
])('reads the start %s in UTC, unless it names a zone', (text, time) => {
  expect(startOf(text)?.toISOString()).toBe(time);
});

test('has no start without the option', () => {
  expect(startOf(undefined)).toBeUndefined();
});

test.each(['', 'now', '2026', '2026-3-29', '2026-13-01', '2026-03-29 01:30', '2026-03-29T24:30', '2026-03-29T1:30', '29.03.2026', '2026-02-30'])('refuses the start %j', text => {
  expect(() => startOf(text)).toThrow(new UsageError(`\`--at\` must be a date, or a date and time, e.g. 2026-03-29 or 2026-03-29T01:30, got: ${text}. ${SEE}`));
});
