import { dayRule, type DayRule } from './cron-days';
import { cronValues } from './cron-field';
import type { Expression } from './expression';
import type { TimeZone } from './time-zone';
import { CRON_FIELDS, type CronField } from '../../../constraints/aws-events/schedule-expression';

const MINUTE = 60_000;
const DAYS_OF_WEEK = 7;
const FIELDS = Object.keys(CRON_FIELDS).length;

/**
 * A function that returns the first firing of a cron expression after a time, in milliseconds since 1970.
 *
 * "If a cron expression falls on a non-existent date and time, your schedule invocation is skipped." Where the clocks show a
 * time twice, the schedule runs "only once [...] before the shift occurs".
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function cronExpression(expression: Expression, zone: TimeZone, kind: 'rule' | 'scheduler'): (after: number) => number | undefined {
  const calendar = calendarOf(expression, kind);
  return after => {
    let local = calendar.following(zone.local(after));
    while (local !== undefined) {
      const instant = zone.instant(local);
      if (instant !== undefined && instant > after) {
        return instant;
      }
      local = calendar.following(local);
    }
    return undefined;
  };
}

function calendarOf(expression: Expression, kind: 'rule' | 'scheduler'): Calendar {
  const fields = fieldsOf(expression, kind);
  // A comma without a value beside it is ignored: the service takes cron(0/5, 9-18, ?, *, MON-FRI, *).
  // https://github.com/aws/aws-sdk/issues/161
  const [minutes, hours, dayOfMonth, month, dayOfWeek, year] = fields.map(field => field.split(',').filter(item => item !== '').join(','));
  const steps = (field: CronField, text: string) => new Steps(cronValues(expression, field, text), field.max);
  return new Calendar(
    steps(CRON_FIELDS.year, year),
    steps(CRON_FIELDS.month, month),
    dayRule(expression, dayOfMonth, dayOfWeek),
    steps(CRON_FIELDS.hours, hours),
    steps(CRON_FIELDS.minutes, minutes),
  );
}

function fieldsOf(expression: Expression, kind: 'rule' | 'scheduler'): string[] {
  const fields = expression.content.split(/\s+/);
  // EventBridge Scheduler has "five required fields [...] and one optional field, year".
  // https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
  if (kind === 'scheduler' && fields.length === FIELDS - 1) {
    fields.push('*');
  }
  if (fields.length !== FIELDS || fields.includes('')) {
    throw expression.refused('be cron(fields) with the six fields minutes, hours, day-of-month, month, day-of-week and year', 'Write e.g. cron(0 12 * * ? *).');
  }
  return fields;
}

/** The smallest value from each number on, by the number. */
class Steps {
  private readonly table: Array<number | undefined>;

  constructor(values: ReadonlySet<number>, private readonly max: number) {
    this.table = new Array<number | undefined>(max + 1);
    for (let from = max, next: number | undefined; from >= 0; from -= 1) {
      next = values.has(from) ? from : next;
      this.table[from] = next;
    }
  }

  /** The smallest value of at least `from`; `undefined` if there is none. */
  from(from: number): number | undefined {
    return from > this.max ? undefined : this.table[Math.max(from, 0)];
  }
}

/** The local times at which a cron expression fires. */
class Calendar {
  /** The days of the month that was looked at last: most expressions fire more than once a month. */
  private days = { year: NaN, month: NaN, steps: new Steps(new Set(), 0) };

  constructor(
    private readonly years: Steps,
    private readonly months: Steps,
    private readonly rule: DayRule,
    private readonly hours: Steps,
    private readonly minutes: Steps,
  ) {}

  /** The first local time after another one. */
  following(local: number): number | undefined {
    const from = new Date((Math.floor(local / MINUTE) + 1) * MINUTE);
    const [year, month, day, hour] = [from.getUTCFullYear(), from.getUTCMonth() + 1, from.getUTCDate(), from.getUTCHours()];
    return this.inMonth(year, month, day, hour, from.getUTCMinutes()) ?? this.afterMonth(year, month);
  }

  private afterMonth(year: number, month: number): number | undefined {
    for (let inYear = this.years.from(year); inYear !== undefined; inYear = this.years.from(inYear + 1)) {
      const first = inYear === year ? month + 1 : 1;
      for (let inMonth = this.months.from(first); inMonth !== undefined; inMonth = this.months.from(inMonth + 1)) {
        const day = this.daysOf(inYear, inMonth).from(1);
        if (day !== undefined) {
          return Date.UTC(inYear, inMonth - 1, day, this.hours.from(0), this.minutes.from(0));
        }
      }
    }
    return undefined;
  }

  /** The first local time in a month, not before a day, hour and minute of it. */
  private inMonth(year: number, month: number, day: number, hour: number, minute: number): number | undefined {
    if (this.years.from(year) !== year || this.months.from(month) !== month) {
      return undefined;
    }
    const days = this.daysOf(year, month);
    if (days.from(day) === day) {
      const inHour = this.hours.from(hour) === hour ? this.minutes.from(minute) : undefined;
      const later = inHour === undefined ? this.hours.from(hour + 1) : hour;
      if (later !== undefined) {
        return Date.UTC(year, month - 1, day, later, inHour ?? this.minutes.from(0));
      }
    }
    const later = days.from(day + 1);
    return later === undefined ? undefined : Date.UTC(year, month - 1, later, this.hours.from(0), this.minutes.from(0));
  }

  private daysOf(year: number, month: number): Steps {
    if (this.days.year !== year || this.days.month !== month) {
      const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
      const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
      const days = Array.from({ length }, (_, index) => index + 1).filter(day => this.rule(day, (first + day - 1) % DAYS_OF_WEEK + 1, length));
      this.days = { year, month, steps: new Steps(new Set(days), CRON_FIELDS.dayOfMonth.max) };
    }
    return this.days.steps;
  }
}
