import * as fc from 'fast-check';
import { CRON_FIELDS, type CronField } from '../../../../lib/constraints/aws-events/schedule-expression';

/** A random cron expression of the documented grammar, without `cron(…)`. */
export function cronTexts(years: CronField = CRON_FIELDS.year): fc.Arbitrary<string> {
  const { minutes, hours, dayOfMonth, month, dayOfWeek } = CRON_FIELDS;
  const days = fc.oneof(
    fc.tuple(fc.oneof(values(dayOfMonth), fc.constantFrom('L', 'LW'), fc.integer({ min: 1, max: 31 }).map(day => `${day}W`)), fc.constant('?')),
    fc.tuple(fc.constant('?'), fc.oneof(
      values(dayOfWeek),
      fc.constant('L'),
      fc.tuple(value(dayOfWeek), fc.oneof(fc.constant('L'), fc.integer({ min: 1, max: 5 }).map(nth => `#${nth}`))).map(parts => parts.join('')),
    )),
  );
  return fc.tuple(values(minutes), values(hours), days, values(month), values(years))
    .map(([minute, hour, [day, weekday], inMonth, year]) => [minute, hour, day, inMonth, weekday, year].join(' '));
}

function values(field: CronField): fc.Arbitrary<string> {
  const one = fc.oneof(value(field), range(field), stepped(field));
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant('*') },
    { weight: 3, arbitrary: value(field) },
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: fc.array(one, { minLength: 2, maxLength: 4 }).map(items => items.join(',')) },
  );
}

function stepped(field: CronField): fc.Arbitrary<string> {
  const step = fc.integer({ min: 1, max: Math.min(field.max, field.max - field.min + 1) });
  const { names, ...numbers } = field;
  return fc.tuple(fc.oneof(fc.constant('*'), value(numbers), range(numbers)), step).map(parts => parts.join('/'));
}

function range(field: CronField): fc.Arbitrary<string> {
  return fc.tuple(number(field), number(field), fc.boolean())
    .map(([one, other, named]) => [Math.min(one, other), Math.max(one, other)].map(bound => spelled(field, bound, named)).join('-'));
}

function value(field: CronField): fc.Arbitrary<string> {
  return fc.tuple(number(field), fc.boolean()).map(([one, named]) => spelled(field, one, named));
}

function number({ min, max }: CronField): fc.Arbitrary<number> {
  return fc.integer({ min, max });
}

function spelled({ min, names }: CronField, one: number, named: boolean): string {
  return named && names ? names[one - min] : `${one}`;
}
