import { UsageError } from './usage-error';

/**
 * The integer that an option has, if it is given.
 *
 * @throws UsageError when it is none, or too small
 */
export function integer(option: string, text: string | undefined, min: number): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= min) return value;
  throw new UsageError(`\`${option}\` must be an integer of at least ${min}, got: ${text}`);
}
