import { Expression } from '../../../../lib/simulator/sources/schedules/expression';
import { NotKnownError } from '../../../../lib/simulator/state/not-known-error';

test.each([
  ['rate(5 minutes)', 'rate', '5 minutes'],
  ['cron(0 12 * * ? *)', 'cron', '0 12 * * ? *'],
  ['at()', 'at', ''],
  ['at((x))', 'at', '(x)'],
  ['every(day)', undefined, ''],
  ['toString()', undefined, ''],
])('%s has the form %s', (text, form, content) => {
  expect(new Expression(text)).toMatchObject({ content });
  expect(new Expression(text).form).toBe(form);
});

test('messages quote the part and the whole, and name the place', () => {
  const expression = new Expression('cron(71 8 1 * ? *)', 'Shop/Rule');

  expect(expression.refused('be that', 'Do this.', '71')).toEqual(new RangeError('`ScheduleExpression` must be that, got: "71" in "cron(71 8 1 * ? *)". Do this. [Shop/Rule]'));
  expect(expression.refused('be that', 'Do this.')).toEqual(new RangeError('`ScheduleExpression` must be that, got: "cron(71 8 1 * ? *)". Do this. [Shop/Rule]'));
  expect(expression.unknown('71', 'Do this.')).toEqual(new NotKnownError('what EventBridge does with "71" in the `ScheduleExpression` "cron(71 8 1 * ? *)"', 'Do this. [Shop/Rule]'));
});

test('throws what is said about a limit, if anything is', () => {
  expect(() => new Expression('x').admit(undefined)).not.toThrow();
  expect(() => new Expression('x').admit('`y` must be z, got: w')).toThrow(new RangeError('`y` must be z, got: w.'));
});
