import { CRON_FIELDS, type CronField } from '../../../../lib/constraints/aws-events/schedule-expression';

const MINUTE = 60_000;

/** What clocks show: year, month, day, weekday from 1 for Sunday, hour and minute. */
type Wall = [year: number, month: number, day: number, weekday: number, hour: number, minute: number];

/** The firings of a cron expression in a span, found by looking at each minute of it. */
export function bruteForce(fields: string, timeZone: string, from: number, until: number): number[] {
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', weekday: 'short', hour: 'numeric', minute: 'numeric',
  });
  const shown = new Set<string>();
  const firings: number[] = [];
  // What the clocks show twice fires once, so the day before is looked at, too.
  for (let time = from - 24 * 60 * MINUTE; time <= until; time += MINUTE) {
    const wall = wallOf(formatter, time);
    const text = wall.join(' ');
    if (time > from && !shown.has(text) && fires(fields, wall)) {
      firings.push(time);
    }
    shown.add(text);
  }
  return firings;
}

function wallOf(formatter: Intl.DateTimeFormat, time: number): Wall {
  const parts = Object.fromEntries(formatter.formatToParts(time).map(({ type, value }) => [type, value]));
  const weekday = CRON_FIELDS.dayOfWeek.names.findIndex(name => name === parts.weekday.toUpperCase()) + 1;
  return [Number(parts.year), Number(parts.month), Number(parts.day), weekday, Number(parts.hour), Number(parts.minute)];
}

function fires(fields: string, [year, month, day, weekday, hour, minute]: Wall): boolean {
  const [minutes, hours, days, months, weekdays, years] = fields.split(' ');
  return lists(minutes, minute, CRON_FIELDS.minutes)
    && lists(hours, hour, CRON_FIELDS.hours)
    && lists(months, month, CRON_FIELDS.month)
    && lists(years, year, CRON_FIELDS.year)
    && (weekdays === '?' ? isDay(days, year, month, day) : isWeekday(weekdays, year, month, day, weekday));
}

function lists(text: string, value: number, { min, names = [] }: CronField): boolean {
  const number = (one: string) => names.includes(one) ? names.indexOf(one) + min : Number(one);
  return text.split(',').some(item => {
    const [range, step] = item.split('/');
    const [from, to = step === undefined && range !== '*' ? from : '9999'] = range.split('-');
    const first = from === '*' ? min : number(from);
    return value >= first && value <= number(to) && (value - first) % Number(step ?? 1) === 0;
  });
}

function isDay(text: string, year: number, month: number, day: number): boolean {
  const length = new Date(year, month, 0).getDate();
  if (text === 'L') {
    return day === length;
  }
  if (!text.endsWith('W')) {
    return lists(text, day, CRON_FIELDS.dayOfMonth);
  }
  const target = text === 'LW' ? length : Number(text.slice(0, -1));
  const workdays = Array.from({ length }, (_, index) => index + 1).filter(one => ![0, 6].includes(new Date(year, month - 1, one).getDay()));
  const closest = Math.min(...workdays.map(one => Math.abs(one - target)));
  return target <= length && day === workdays.find(one => Math.abs(one - target) === closest);
}

function isWeekday(text: string, year: number, month: number, day: number, weekday: number): boolean {
  if (text === 'L') {
    return weekday === 7;
  }
  if (text.endsWith('L')) {
    return lists(text.slice(0, -1), weekday, CRON_FIELDS.dayOfWeek) && new Date(year, month - 1, day + 7).getMonth() !== month - 1;
  }
  const [one, nth] = text.split('#');
  return lists(one, weekday, CRON_FIELDS.dayOfWeek) && (nth === undefined || (day > (Number(nth) - 1) * 7 && day <= Number(nth) * 7));
}
