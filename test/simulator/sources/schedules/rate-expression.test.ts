import { Expression } from '../../../../lib/simulator/sources/schedules/expression';
import { rateInterval } from '../../../../lib/simulator/sources/schedules/rate-expression';

const interval = (text: string, kind: 'rule' | 'scheduler') => rateInterval(new Expression(text), kind);

test.each([
  ['rate(1 minute)', 60_000], ['rate(5 minutes)', 300_000], ['rate(1 hour)', 3_600_000], ['rate(2 hours)', 7_200_000], ['rate(1 day)', 86_400_000],
  ['rate(14 days)', 1_209_600_000], ['rate(10  minutes)', 600_000],
])('%s is %i milliseconds in both services', (text, expected) => {
  expect(interval(text, 'rule')).toBe(expected);
  expect(interval(text, 'scheduler')).toBe(expected);
});

test.each([
  ['rate(1 minutes)', 'rate(1 minute)', 60_000],
  ['rate(5 minute)', 'rate(5 minutes)', 300_000],
  ['rate(1 days)', 'rate(1 day)', 86_400_000],
  ['rate(2 hour)', 'rate(2 hours)', 7_200_000],
])('%s is refused in a rule, and taken by EventBridge Scheduler', (text, remedy, expected) => {
  expect(() => interval(text, 'rule')).toThrow(new RangeError(
    `\`ScheduleExpression\` must have a singular unit for 1 and a plural unit for more in a rule, got: "${text}". Write ${remedy}.`,
  ));
  expect(interval(text, 'scheduler')).toBe(expected);
});

test.each(['0 minutes', '01 minute', '1.5 hours', '1e3 minutes', '10 MINUTES', '5 minutes hours', 'toString 5', '5 toString', '5 seconds', '5', ''])('refuses rate(%s) in both services', content => {
  const message = new RangeError(`\`ScheduleExpression\` must be rate(value unit): a positive integer, and minutes, hours or days, got: "rate(${content})". Write e.g. rate(5 minutes).`);

  expect(() => interval(`rate(${content})`, 'rule')).toThrow(message);
  expect(() => interval(`rate(${content})`, 'scheduler')).toThrow(message);
});
