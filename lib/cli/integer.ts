import { UsageError } from './usage-error';

/**
 * The integer value of an option, if the option is given.
 *
 * @throws UsageError if it is not an integer, or out of range
 */
export function integer(option: string, text: string | undefined, min: number, max: number): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) {
    return value;
  }
  throw new UsageError(`\`${option}\` must be an integer from ${min} to ${max}, got: ${text}`);
}
