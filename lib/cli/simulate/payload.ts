import { readFileSync } from 'node:fs';
import { UsageError } from '../usage-error';

const STANDARD_INPUT = 0;

/**
 * The event that an option gives: JSON, `@` and a file, or `@-` for the standard input.
 *
 * @throws UsageError when it is no JSON
 */
export function payloadOf(option: string | undefined): unknown {
  if (option === undefined) return undefined;
  const isFile = option.startsWith('@');
  const text = isFile ? readFileSync(option === '@-' ? STANDARD_INPUT : option.slice(1), 'utf8') : option;
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(isFile ? `\`--payload ${option}\` must hold JSON.` : '`--payload` must be JSON, e.g. \'{"id": 1}\', or `@` and a file that holds it.');
  }
}
