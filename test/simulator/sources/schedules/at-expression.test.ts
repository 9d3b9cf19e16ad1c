import { atExpression } from '../../../../lib/simulator/sources/schedules/at-expression';
import { Expression } from '../../../../lib/simulator/sources/schedules/expression';
import { timeZone } from '../../../../lib/simulator/sources/schedules/time-zone';
import { NotKnownError } from '../../../../lib/simulator/state/not-known-error';

function time(content: string, zone?: string): string {
  const expression = new Expression(`at(${content})`);
  return new Date(atExpression(expression, timeZone(expression, zone))).toISOString();
}

test.each([
  ['2028-02-29T23:59:59', undefined, '2028-02-29T23:59:59.000Z'],
  ['2026-07-01T12:00:00', 'Europe/Berlin', '2026-07-01T10:00:00.000Z'],
  ['2026-07-01T12:00:00', 'Asia/Kathmandu', '2026-07-01T06:15:00.000Z'],
  // The clocks show this time twice.
  ['2026-10-25T02:30:00', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
])('at(%s) in %s is %s', (content, zone, expected) => {
  expect(time(content, zone)).toBe(expected);
});

test.each(['2026-02-29T00:00:00', '2026-13-01T00:00:00', '2026-01-01T24:00:00', '2026-01-01T00:00', '2026-01-01 00:00:00', '2026-01-01T00:00:00.000', '2026-01-01T00:00:00+01:00', '26-01-01T00:00:00', ''])('refuses at(%s)', content => {
  expect(() => time(content)).toThrow(new RangeError(
    `\`ScheduleExpression\` must be at(yyyy-mm-ddThh:mm:ss), a time of the schedule's time zone without an offset, got: "at(${content})". Write e.g. at(2026-03-29T12:00:00), and set \`ScheduleExpressionTimezone\` for another time zone than UTC.`,
  ));
});

test('does not guess what happens at a time that the clocks skip', () => {
  expect(() => time('2026-03-29T02:30:00', 'Europe/Berlin')).toThrow(new NotKnownError(
    'what EventBridge does with "2026-03-29T02:30:00" in the `ScheduleExpression` "at(2026-03-29T02:30:00)"',
    'This time does not exist in the time zone Europe/Berlin, because the clocks skip it. Choose a time before or after that.',
  ));
});
