import { dayRule } from '../../../../lib/simulator/sources/schedules/cron-days';
import { Expression } from '../../../../lib/simulator/sources/schedules/expression';
import { NotKnownError } from '../../../../lib/simulator/state/not-known-error';

/** The days of a month on which an expression fires. */
function days(dayOfMonth: string, dayOfWeek: string, year: number, month: number): number[] {
  const rule = dayRule(new Expression('cron(…)'), dayOfMonth, dayOfWeek);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length }, (_, index) => index + 1).filter(day => rule(day, new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1, length));
}

test.each([
  ['1,15', '?', 2026, 1, [1, 15]],
  ['L', '?', 2028, 2, [29]],
  ['l', '?', 2027, 2, [28]],
  ['LW', '?', 2026, 1, [30]], // the 31st is a Saturday
  ['LW', '?', 2026, 5, [29]], // the 31st is a Sunday
  ['LW', '?', 2026, 3, [31]],
  ['3W', '?', 2026, 1, [2]], // a Saturday
  ['4W', '?', 2026, 1, [5]], // a Sunday
  ['6w', '?', 2026, 1, [6]],
  ['1W', '?', 2026, 8, [3]], // a Saturday, and the last workday is in July
  ['31W', '?', 2026, 5, [29]], // a Sunday, and the next workday is in June
  ['31W', '?', 2026, 4, []],
  ['?', 'L', 2026, 1, [3, 10, 17, 24, 31]],
  ['?', '6L', 2026, 1, [30]],
  ['?', 'FRIL', 2026, 5, [29]],
  ['?', '3#2', 2026, 1, [13]],
  ['?', 'TUE#1', 2026, 9, [1]],
  ['?', '7#5', 2026, 1, [31]],
  ['?', '1#5', 2026, 1, []],
  ['?', 'MON,4', 2026, 2, [2, 4, 9, 11, 16, 18, 23, 25]],
])('%s %s fires in %i-%i on %j', (dayOfMonth, dayOfWeek, year, month, expected) => {
  expect(days(dayOfMonth, dayOfWeek, year, month)).toEqual(expected);
});

test.each([['*', '*'], ['1', 'MON'], ['?', '?'], ['L', '6L']])('refuses %s beside %s', (dayOfMonth, dayOfWeek) => {
  expect(() => days(dayOfMonth, dayOfWeek, 2026, 1)).toThrow(new RangeError(
    `\`ScheduleExpression\` must have ? in exactly one of its fields Day-of-month and Day-of-week, got: "${dayOfMonth} … ${dayOfWeek}" in "cron(…)". Write ? for the field that does not matter.`,
  ));
});

test.each(['3#0', '3#6', '3#1,6#3', '3#', '#2', 'L#2', '3#1-2'])('refuses %s as a day of the week', text => {
  expect(() => days('?', text, 2026, 1)).toThrow(/^`ScheduleExpression` must have one day and its number from 1 to 5 where its field Day-of-week has #, got: |^`ScheduleExpression` must have 1-7 or SUN-SAT in its field Day-of-week, got: "L"/);
});

test.each([['8L', '"8"'], ['0#2', '"0"'], ['W', '"W"'], ['FOO', '"FOO"']])('refuses %s as a day of the week', (text, got) => {
  expect(() => days('?', text, 2026, 1)).toThrow(new RangeError(
    `\`ScheduleExpression\` must have 1-7 or SUN-SAT in its field Day-of-week, got: ${got} in "cron(…)". Write such a value, and combine values by the wildcards of this field: , - * ? L #.`,
  ));
});

test.each([['W', '"W"'], ['WL', '"WL"'], ['32W', '"32"'], ['JUL', '"JUL"'], ['6L', '"6L"'], ['L-', '"L-"']])('refuses %s as a day of the month', (text, got) => {
  expect(() => days(text, '?', 2026, 1)).toThrow(new RangeError(
    `\`ScheduleExpression\` must have 1-31 in its field Day-of-month, got: ${got} in "cron(…)". Write such a value, and combine values by the wildcards of this field: , - * ? / L W.`,
  ));
});

test.each([
  ['L-3', '?', 'Write L, LW or e.g. 15W alone, and declare a schedule for each of several days.'],
  ['1,L', '?', 'Write L, LW or e.g. 15W alone, and declare a schedule for each of several days.'],
  ['1W,15W', '?', 'Write L, LW or e.g. 15W alone, and declare a schedule for each of several days.'],
  ['?', '2,6L', 'Write e.g. 6L for the last Friday alone, and declare a schedule for each of several days.'],
])('does not guess what %s %s means', (dayOfMonth, dayOfWeek, remedy) => {
  const text = dayOfMonth === '?' ? dayOfWeek : dayOfMonth;
  expect(() => days(dayOfMonth, dayOfWeek, 2026, 1)).toThrow(new NotKnownError(`what EventBridge does with "${text}" in the \`ScheduleExpression\` "cron(…)"`, remedy));
});
