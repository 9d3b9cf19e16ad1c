import { readFileSync, statSync } from 'node:fs';
import { encodingOf } from './encoding';
import { TopologyError } from '../../topology';

/** CloudFormation takes 1 MB. */
export const LARGEST = 4 * 1024 * 1024;

const STANDARD_INPUT = 0;

/** The text of a template; of the standard input without a file. */
export function templateText(file: string | undefined, name: string): string {
  // A special file, e.g. a pipe, tells its size only when it is read.
  const size = file === undefined ? 0 : statSync(file).size;
  const bytes = size > LARGEST ? undefined : readFileSync(file ?? STANDARD_INPUT);
  if (!bytes || bytes.length > LARGEST) {
    throw new TopologyError(`\`${name}\` must have at most ${LARGEST} bytes, got: ${bytes?.length ?? size}. CloudFormation takes 1 MB: split the template.`);
  }
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new TopologyError(`\`${name}\` must be a text in UTF-8. Pass a CloudFormation template.`);
  }
}
