import { readFileSync } from 'node:fs';
import { JsonText } from '../../simulator';
import { UsageError } from '../usage-error';

const STANDARD_INPUT = 0;

/**
 * The event that an option gives, exactly as it is written: JSON, `@` and a file, or `@-` for the standard input.
 *
 * @throws UsageError if it is not JSON
 */
export function payloadOf(option: string | undefined): JsonText | undefined {
  if (option === undefined) {
    return undefined;
  }
  const isFile = option.startsWith('@');
  const text = isFile ? readFileSync(option === '@-' ? STANDARD_INPUT : option.slice(1), 'utf8') : option;
  try {
    return new JsonText(text);
  } catch {
    throw new UsageError(isFile ? `\`--payload ${option}\` must hold JSON.` : '`--payload` must be JSON, e.g. \'{"id": 1}\', or `@` and a file that holds it.');
  }
}
