import type { Expression } from './expression';
import { SCHEDULE_TIME_ZONE } from '../../../constraints/aws-scheduler/schedule';
import { quoted, violation } from '../../../constraints/violation';

const DAY = 86_400_000;

/** The length of a span in which the offset is read at both ends. No zone changes its clocks twice in a week. */
const SPAN = 7 * DAY;

/** A time zone. Local times are what its clocks show, as if that were UTC, in milliseconds since 1970. */
export interface TimeZone {
  readonly name: string;

  /** What the clocks show at an instant. */
  local(instant: number): number;

  /** The first instant at which the clocks show a local time; `undefined` if they skip it. */
  instant(local: number): number | undefined;
}

const UTC: TimeZone = { name: 'UTC', local: instant => instant, instant: local => local };

/** Zones that were read already: a formatter of `Intl` is slow to make. */
const zones = new Map<string, TimeZone>();

/**
 * The time zone with a name of IANA; UTC without one.
 *
 * @param expression the schedule, for messages
 */
export function timeZone(expression: Expression, name?: string): TimeZone {
  if (name === undefined || name === 'UTC') {
    return UTC;
  }
  expression.admit(violation(SCHEDULE_TIME_ZONE, name, SCHEDULE_TIME_ZONE.parameter));
  const known = zones.get(name) ?? zoneOfIntl(name);
  if (known === undefined) {
    expression.admit(`\`ScheduleExpressionTimezone\` must be a time zone of IANA, got: ${quoted(name)}. Write e.g. Europe/Berlin or UTC`);
  }
  zones.set(name, known!);
  return known!;
}

function zoneOfIntl(name: string): TimeZone | undefined {
  // Intl also knows offsets such as +01:00, which are not in the database of IANA.
  if (!/^[A-Za-z]/.test(name)) {
    return undefined;
  }
  try {
    return new ZoneOfIntl(name);
  } catch {
    return undefined;
  }
}

class ZoneOfIntl implements TimeZone {
  private readonly formatter: Intl.DateTimeFormat;

  /** The change of the offset in each span that was looked at. */
  private readonly spans = new Map<number, Change>();

  constructor(readonly name: string) {
    this.formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: name, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
  }

  local(instant: number): number {
    return instant + this.offset(instant);
  }

  /**
   * A day before and after, the offsets are those of both sides of a change, as no offset is above 14 hours.
   * Where the clocks show a time twice, the first of them counts.
   */
  instant(local: number): number | undefined {
    const [one, other] = [local - this.offset(local - DAY), local - this.offset(local + DAY)];
    const [earlier, later] = one < other ? [one, other] : [other, one];
    return this.local(earlier) === local ? earlier : this.local(later) === local ? later : undefined;
  }

  /** What the clocks are ahead of UTC at an instant, in milliseconds. */
  private offset(instant: number): number {
    const index = Math.floor(instant / SPAN);
    let change = this.spans.get(index);
    if (change === undefined) {
      change = this.changeIn(index * SPAN, (index + 1) * SPAN);
      this.spans.set(index, change);
    }
    return instant < change.at ? change.before : change.after;
  }

  private changeIn(start: number, end: number): Change {
    const [before, after] = [this.read(start), this.read(end)];
    let [low, high] = [start, end];
    while (before !== after && high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.read(middle) === before) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return { at: high, before, after };
  }

  private read(instant: number): number {
    const parts = new Map(this.formatter.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const local = Date.UTC(parts.get('year')!, parts.get('month')! - 1, parts.get('day'), parts.get('hour'), parts.get('minute'), parts.get('second'));
    return local - Math.floor(instant / 1000) * 1000;
  }
}

/** A change of the offset. */
interface Change {
  /** The first instant with the new offset. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
}
