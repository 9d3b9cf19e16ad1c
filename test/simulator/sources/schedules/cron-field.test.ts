import { CRON_FIELDS, type CronField } from '../../../../lib/constraints/aws-events/schedule-expression';
import { cronValues } from '../../../../lib/simulator/sources/schedules/cron-field';
import { Expression } from '../../../../lib/simulator/sources/schedules/expression';
import { NotKnownError } from '../../../../lib/simulator/state/not-known-error';

const values = (field: CronField, text: string) => [...cronValues(new Expression('cron(…)'), field, text)].sort((one, other) => one - other);

const { minutes, hours, dayOfMonth, month, dayOfWeek, year } = CRON_FIELDS;

test.each<[CronField, string, number[]]>([
  [minutes, '0', [0]],
  [minutes, '59', [59]],
  [minutes, '05', [5]],
  [minutes, '5,35', [5, 35]],
  [minutes, '10-12', [10, 11, 12]],
  [minutes, '8-8', [8]],
  [minutes, '0/15', [0, 15, 30, 45]],
  [minutes, '*/20', [0, 20, 40]],
  [minutes, '1/59', [1]],
  [minutes, '3-20/8', [3, 11, 19]],
  [minutes, '50/5,1,2-3', [1, 2, 3, 50, 55]],
  [hours, '*', Array.from({ length: 24 }, (_, hour) => hour)],
  [dayOfMonth, '*/10', [1, 11, 21, 31]],
  [month, 'JAN,mar-MAY,12', [1, 3, 4, 5, 12]],
  [dayOfWeek, 'MON-FRI', [2, 3, 4, 5, 6]],
  [dayOfWeek, 'SUN-SAT', [1, 2, 3, 4, 5, 6, 7]],
  [dayOfWeek, '2/2', [2, 4, 6]],
  [year, '2198/1', [2198, 2199]],
  [year, '1970', [1970]],
])('%j reads %s as %j', (field, text, expected) => {
  expect(values(field, text)).toEqual(expected);
});

test.each<[CronField, string, string, string, string]>([
  [minutes, '60', '0-59', '"60"', ', - * /'],
  [minutes, '-1', '0-59', '"-1"', ', - * /'],
  [minutes, '?', '0-59', '"?"', ', - * /'],
  [minutes, '/5', '0-59', '"/5"', ', - * /'],
  [minutes, '1.5', '0-59', '"1.5"', ', - * /'],
  [minutes, '1-2-3', '0-59', '"1-2-3"', ', - * /'],
  [minutes, '*-5', '0-59', '"*-5"', ', - * /'],
  [minutes, '', '0-59', '""', ', - * /'],
  [minutes, '5,', '0-59', '""', ', - * /'],
  [hours, '24', '0-23', '"24"', ', - * /'],
  [dayOfMonth, '0', '1-31', '"0"', ', - * ? / L W'],
  [dayOfMonth, '32', '1-31', '"32"', ', - * ? / L W'],
  [month, 'JANUARY', '1-12 or JAN-DEC', '"JANUARY"', ', - * /'],
  [month, '13', '1-12 or JAN-DEC', '"13"', ', - * /'],
  [dayOfWeek, '8', '1-7 or SUN-SAT', '"8"', ', - * ? L #'],
  [year, '1969', '1970-2199', '"1969"', ', - * /'],
  [year, '2200', '1970-2199', '"2200"', ', - * /'],
])('%j refuses %s', (field, text, range, got, wildcards) => {
  expect(() => values(field, text)).toThrow(new RangeError(
    `\`ScheduleExpression\` must have ${range} in its field ${field.name}, got: ${got} in "cron(…)". Write such a value, and combine values by the wildcards of this field: ${wildcards}.`,
  ));
});

test.each<[CronField, string, number]>([[minutes, '*/60', 59], [minutes, '*/0', 59], [hours, '5/0', 23]])('%j refuses the increment of %s', (field, text, max) => {
  expect(() => values(field, text)).toThrow(new RangeError(
    `\`ScheduleExpression\` must have an increment between 1 and ${max} in its field ${field.name}, got: "${text}" in "cron(…)". Leave out the increment, or write a value of the field.`,
  ));
});

test.each<[CronField, string, string]>([
  [hours, '22-4', 'Write the range as two, the first up to the largest value of the field.'],
  [dayOfWeek, 'FRI-MON', 'Write the range as two, the first up to the largest value of the field.'],
  [hours, '0/24', 'Leave out the increment, which leads beyond the field.'],
  [month, 'FEB/3', 'Write numbers instead of names, or list the values.'],
  [dayOfWeek, 'MON-FRI/2', 'Write numbers instead of names, or list the values.'],
])('%j does not guess what %s means', (field, text, remedy) => {
  expect(() => values(field, text)).toThrow(new NotKnownError(`what EventBridge does with "${text}" in the \`ScheduleExpression\` "cron(…)"`, remedy));
});
