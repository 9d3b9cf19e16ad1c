import type { Expression } from './expression';
import type { TimeZone } from './time-zone';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

/** The time of an at expression, in milliseconds since 1970. */
export function atExpression(expression: Expression, zone: TimeZone): number {
  const { content } = expression;
  const local = TIME.test(content) ? Date.parse(`${content}Z`) : NaN;
  // A date that its month lacks, e.g. February 30, is read as a date of the next month.
  if (Number.isNaN(local) || new Date(local).toISOString() !== `${content}.000Z`) {
    throw expression.refused('be at(yyyy-mm-ddThh:mm:ss), a time of the schedule\'s time zone without an offset', 'Write e.g. at(2026-03-29T12:00:00), and set `ScheduleExpressionTimezone` for another time zone than UTC.');
  }
  const time = zone.instant(local);
  if (time === undefined) {
    throw expression.unknown(content, `This time does not exist in the time zone ${zone.name}, because the clocks skip it. Choose a time before or after that.`);
  }
  return time;
}
