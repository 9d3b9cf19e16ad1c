import { UsageError } from '../usage-error';

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * A length of time in milliseconds: a number and `s`, `m`, `h` or `d`.
 *
 * @throws UsageError if it is anything else
 */
export function spanOf(option: string, text: string): number {
  const [, value, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  if (value === undefined) {
    throw new UsageError(`\`${option}\` must be a number and s, m, h or d, e.g. 90m or 2d, got: ${text}. See \`cdk-async-invoke simulate --help\`.`);
  }
  return Number(value) * UNITS[unit];
}

/**
 * The time at which the clock starts, in UTC unless it names another zone.
 *
 * @throws UsageError if it is not a date and time
 */
export function startOf(text: string | undefined): Date | undefined {
  if (text === undefined) {
    return undefined;
  }
  const [, date, time = 'T00:00', zone = 'Z'] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  const start = new Date(`${date}${time}${zone}`);
  // JavaScript takes the 30th of February for the 2nd of March.
  const isDay = new Date(`${date}T00:00Z`).toJSON()?.startsWith(date) === true;
  if (!isDay || Number.isNaN(start.getTime())) {
    throw new UsageError(`\`--at\` must be a date, or a date and time, e.g. 2026-03-29 or 2026-03-29T01:30, got: ${text}. See \`cdk-async-invoke simulate --help\`.`);
  }
  return start;
}
