import { closeSync, openSync, readSync } from 'node:fs';
import { SYNCHRONOUS_PAYLOAD } from '../../constraints/aws-lambda/invoke';
import { JsonText } from '../../simulator';
import { decoded } from '../input/encoding';
import { UsageError } from '../usage-error';

const STANDARD_INPUT = 0;

/**
 * The event that an option gives, exactly as it is written: JSON, `@` and a file, or `@-` for the standard input.
 *
 * @throws UsageError if it is not JSON, or larger than any payload
 */
export function payloadOf(option: string | undefined): JsonText | undefined {
  if (option === undefined) {
    return undefined;
  }
  try {
    return new JsonText(contentOf(option));
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      throw error;
    }
    throw new UsageError(option.startsWith('@') ? `\`--payload ${option}\` must hold JSON.` : '`--payload` must be JSON, e.g. \'{"id": 1}\', or `@` and a file that holds it.');
  }
}

/** The text that an option gives: itself, or that of the file behind `@`, or of the standard input. */
export function contentOf(option: string): string {
  return option.startsWith('@') ? content(option) : option;
}

/** The text of a file, which may be a pipe or a device that never ends. */
function content(option: string): string {
  const limit = SYNCHRONOUS_PAYLOAD.max;
  const file = option === '@-' ? STANDARD_INPUT : openSync(option.slice(1), 'r');
  try {
    const bytes = Buffer.alloc(limit + 1);
    let size = 0;
    for (let read = 1; read > 0 && size <= limit; size += read) {
      read = readSync(file, bytes, size, bytes.length - size, null);
    }
    if (size > limit) {
      throw new UsageError(`\`--payload ${option}\` must have at most ${limit} bytes: Lambda takes no larger payload.`);
    }
    return decoded(bytes.subarray(0, size));
  } catch (error) {
    // Some errors of the operating system lack it.
    throw Object.assign(error as Error, { path: option.slice(1) });
  } finally {
    closeSync(file);
  }
}
