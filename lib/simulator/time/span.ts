import { inspect } from '../../doors/inspect';

/** A length of time: the sum of its parts. */
export interface TimeSpan {
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
}

const PARTS: ReadonlySet<string> = new Set<keyof TimeSpan>(['hours', 'minutes', 'seconds', 'milliseconds']);

/**
 * A length of time in milliseconds.
 *
 * @param property the name of the argument in messages
 * @throws RangeError if it is not a finite time of 0 or more
 */
export function milliseconds(span: TimeSpan, property: string): number {
  // Without this check, `180` or `{ minute: 3 }` in JavaScript would not move the clock at all.
  const isSpan = typeof span === 'object' && span !== null && Object.entries(span).every(([part, value]) => PARTS.has(part) && (value === undefined || typeof value === 'number'));
  const { hours = 0, minutes = 0, seconds = 0, milliseconds: rest = 0 } = isSpan ? span : { milliseconds: NaN };
  const total = Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000 + rest);
  if (!Number.isFinite(total) || total < 0) {
    throw new RangeError(`\`${property}\` must be a time of 0 or more in ${[...PARTS].join(', ')}, e.g. { minutes: 3 }, got: ${inspect(span)}`);
  }
  return total;
}

/** A duration for people, e.g. `1:00:03.250`. */
export function spelled(duration: number): string {
  const pad = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, '0');
  const rest = duration % 1000;
  return `${pad(duration / 3_600_000, 1)}:${pad(duration / 60_000 % 60, 2)}:${pad(duration / 1000 % 60, 2)}${rest === 0 ? '' : `.${pad(rest, 3)}`}`;
}
