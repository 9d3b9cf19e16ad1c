import { cronValue, cronValues, invalidPart } from './cron-field';
import type { Expression } from './expression';
import { CRON_FIELDS } from '../../../constraints/aws-events/schedule-expression';

const SUNDAY = 1;
const SATURDAY = 7;

/** What Quartz takes for a day of the month, while no page of AWS mentions it: days before the last one, and lists. */
const UNDOCUMENTED = /^L-\d+W?$|,/i;

/**
 * Whether a cron expression fires on a day.
 *
 * @param day the day of the month, from 1
 * @param weekday from 1 for Sunday
 * @param length the number of days of the month
 */
export type DayRule = (day: number, weekday: number, length: number) => boolean;

/** The rule of the fields Day-of-month and Day-of-week: exactly one of them is `?`. */
export function dayRule(expression: Expression, dayOfMonth: string, dayOfWeek: string): DayRule {
  // "You can't specify the Day-of-month and Day-of-week fields in the same cron expression. If you specify a value or a *
  // in one of the fields, you must use a ? in the other."
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw expression.refused('have ? in exactly one of its fields Day-of-month and Day-of-week', 'Write ? for the field that does not matter.', `${dayOfMonth} … ${dayOfWeek}`);
  }
  return dayOfWeek === '?' ? ruleOfMonth(expression, dayOfMonth) : ruleOfWeek(expression, dayOfWeek);
}

function ruleOfMonth(expression: Expression, text: string): DayRule {
  const nearest = /^(\d+)W$/i.exec(text);
  switch (true) {
    case /^L$/i.test(text): return (day, _, length) => day === length;
    case /^LW$/i.test(text): return (day, weekday, length) => day === workday(length, weekdayOf(length, day, weekday), length);
    case nearest !== null: {
      const target = cronValue(expression, CRON_FIELDS.dayOfMonth, nearest![1]);
      // A month without that day has no weekday "closest to" it.
      return (day, weekday, length) => target <= length && day === workday(target, weekdayOf(target, day, weekday), length);
    }
    case /^[\d,LW-]*[LW][\d,LW-]*$/i.test(text): throw UNDOCUMENTED.test(text)
      ? expression.unknown(text, 'Write L, LW or e.g. 15W alone, and declare a schedule for each of several days.')
      : invalidPart(expression, CRON_FIELDS.dayOfMonth, text);
    default: {
      const days = cronValues(expression, CRON_FIELDS.dayOfMonth, text);
      return day => days.has(day);
    }
  }
}

function ruleOfWeek(expression: Expression, text: string): DayRule {
  const last = /^(\w+)L$/i.exec(text);
  const nth = /^(\w+)#(\d+)$/.exec(text);
  if (/^L$/i.test(text)) {
    return (_, weekday) => weekday === SATURDAY;
  }
  if (last !== null) {
    const target = cronValue(expression, CRON_FIELDS.dayOfWeek, last[1]);
    return (day, weekday, length) => weekday === target && day + 7 > length;
  }
  if (nth !== null && Number(nth[2]) >= 1 && Number(nth[2]) <= 5) {
    const target = cronValue(expression, CRON_FIELDS.dayOfWeek, nth[1]);
    return (day, weekday) => weekday === target && Math.ceil(day / 7) === Number(nth[2]);
  }
  if (text.includes('#')) {
    // "If you use a '#' character, you can define only one expression in the day-of-week field."
    throw expression.refused('have one day and its number from 1 to 5 where its field Day-of-week has #', 'Write e.g. 3#2 for the second Tuesday, and declare a schedule for each of several days.', text);
  }
  if (text.split(',').some(item => /^(L|\w+L)$/i.test(item))) {
    throw expression.unknown(text, 'Write e.g. 6L for the last Friday alone, and declare a schedule for each of several days.');
  }
  const days = cronValues(expression, CRON_FIELDS.dayOfWeek, text);
  return (_, weekday) => days.has(weekday);
}

/** The weekday of a day in the month in which another day is known. */
function weekdayOf(day: number, otherDay: number, otherWeekday: number): number {
  return (((otherWeekday - 1 + day - otherDay) % 7) + 7) % 7 + 1;
}

/** The day from Monday to Friday that is closest to a day, in the same month. */
function workday(day: number, weekday: number, length: number): number {
  switch (weekday) {
    case SATURDAY: return day === 1 ? 3 : day - 1;
    case SUNDAY: return day === length ? day - 2 : day + 1;
    default: return day;
  }
}
