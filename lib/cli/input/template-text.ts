import { readFileSync, statSync } from 'node:fs';
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
  return decoded(bytes, name);
}

/** Older shells of Windows redirect outputs in UTF-16, e.g. that of `cdk synth`. */
function decoded(bytes: Buffer, name: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new TopologyError(`\`${name}\` must be a text in UTF-8. Pass a CloudFormation template.`);
  }
}
