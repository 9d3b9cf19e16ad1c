import type { Expression } from './expression';
import { CRON_FIELDS, type CronField } from '../../../constraints/aws-events/schedule-expression';

const ITEM = /^(?<from>\*|\w+)(?:-(?<to>\w+))?(?:\/(?<step>\d+))?$/;

/** The values that a field of a cron expression lists. */
export function cronValues(expression: Expression, field: CronField, text: string): Set<number> {
  return new Set(text.split(',').flatMap(item => valuesOf(expression, field, item)));
}

function valuesOf(expression: Expression, field: CronField, item: string): number[] {
  const { from, to, step } = ITEM.exec(item)?.groups ?? {};
  if (from === undefined || (from === '*' && to !== undefined)) {
    throw invalidPart(expression, field, item);
  }
  const first = from === '*' ? field.min : cronValue(expression, field, from);
  const last = to !== undefined ? cronValue(expression, field, to) : from === '*' || step !== undefined ? field.max : first;
  if (last < first) {
    throw expression.unknown(item, 'Write the range as two, the first up to the largest value of the field.');
  }
  // Quartz, whose dialect this is, ignores an increment after a name without a word; no page of AWS has such an example.
  if (step !== undefined && /[A-Z]/i.test(from)) {
    throw expression.unknown(item, 'Write numbers instead of names, or list the values.');
  }
  const increment = step === undefined ? 1 : incrementOf(expression, field, item, Number(step));
  return Array.from({ length: Math.floor((last - first) / increment) + 1 }, (_, index) => first + index * increment);
}

function incrementOf(expression: Expression, field: CronField, item: string, step: number): number {
  // The service refuses cron(*/60 * * * ? *): https://github.com/aws/aws-sdk-js/issues/4212
  if (step === 0 || (field === CRON_FIELDS.minutes && step > field.max)) {
    throw expression.refused(`have an increment between 1 and ${field.max} in its field ${field.name}`, 'Leave out the increment, or write a value of the field.', item);
  }
  if (step > field.max) {
    throw expression.unknown(item, 'Leave out the increment, which leads beyond the field.');
  }
  return step;
}

/** The number of a value, which may be a name. */
export function cronValue(expression: Expression, field: CronField, text: string): number {
  const index = field.names?.indexOf(text.toUpperCase()) ?? -1;
  const value = index >= 0 ? field.min + index : /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  if (!(value >= field.min && value <= field.max)) {
    throw invalidPart(expression, field, text);
  }
  return value;
}

/** The error about a part that is not in the grammar of a field. */
export function invalidPart(expression: Expression, { name, min, max, names, wildcards }: CronField, text: string): RangeError {
  const named = names === undefined ? '' : ` or ${names[0]}-${names[names.length - 1]}`;
  return expression.refused(`have ${min}-${max}${named} in its field ${name}`, `Write such a value, and combine values by the wildcards of this field: ${wildcards}.`, text);
}
