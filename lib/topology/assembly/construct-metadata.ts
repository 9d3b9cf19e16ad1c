import type { AssemblyFiles } from './assembly-file';
import { isObject, own } from './json-walk';
import type { Artifact } from './manifest';
import { join } from '../../doors/files';

/** One entry of a construct's metadata, e.g. a warning or an acknowledgement. */
export interface ConstructMetadata {
  /** The construct path. */
  readonly path: string;

  /** E.g. `aws:cdk:warning`. */
  readonly type: string;
  readonly data: unknown;
}

/**
 * The metadata of a stack and of the constructs within it.
 *
 * @param only the type of entries to read; without one, all are read
 */
export function constructMetadata(files: AssemblyFiles, artifact: Artifact, only?: string): ConstructMetadata[] {
  const metadata = writtenMetadata(files, artifact, only);
  const found: ConstructMetadata[] = [];
  for (const name in metadata) {
    for (const entry of entriesOf(metadata[name])) {
      const type = own(entry, 'type');
      if (typeof type === 'string' && (only === undefined || type === only)) {
        found.push({ path: pathIn(name), type, data: own(entry, 'data') });
      }
    }
  }
  return found;
}

/** The construct path of entries under a name. */
export function pathIn(name: string): string {
  return name[0] === '/' ? name.slice(1) : name;
}

/** The entries under a name. */
export function entriesOf(written: unknown): readonly unknown[] {
  return Array.isArray(written) ? written : [];
}

/**
 * The metadata as the assembly has it, by the names of constructs.
 *
 * @param only a type: a file without any entry of this type is not parsed
 */
export function writtenMetadata(files: AssemblyFiles, { raw, directory }: Artifact, only?: string): Readonly<Record<string, unknown>> {
  const file = own(raw, 'additionalMetadataFile');
  const separate = typeof file === 'string' && files.has(join(directory, file)) ? separateMetadata(files, join(directory, file), only) : undefined;
  const metadata = own(raw, 'metadata') ?? separate;
  return isObject(metadata) ? metadata : {};
}

function separateMetadata(files: AssemblyFiles, file: string, only: string | undefined): unknown {
  const isNeeded = only === undefined || mayContain(files.text(file, REFERENCE), only);
  return isNeeded ? files.json(file, REFERENCE) : undefined;
}

const REFERENCE = '`additionalMetadataFile`';

/** Whether a text in JSON may contain a word, which it may also write with escapes. */
function mayContain(json: string, word: string): boolean {
  return json.includes(word) || json.includes('\\u');
}
