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

/** The metadata of a stack and of the constructs within it. */
export function constructMetadata(files: AssemblyFiles, artifact: Artifact): ConstructMetadata[] {
  const metadata = writtenMetadata(files, artifact);
  const found: ConstructMetadata[] = [];
  for (const name in metadata) {
    for (const entry of entriesOf(metadata[name])) {
      const type = own(entry, 'type');
      if (typeof type === 'string') {
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

/** The metadata as the assembly has it, by the names of constructs. */
export function writtenMetadata(files: AssemblyFiles, { raw, directory }: Artifact): Readonly<Record<string, unknown>> {
  const file = own(raw, 'additionalMetadataFile');
  const separate = typeof file === 'string' && files.has(join(directory, file)) ? files.json(join(directory, file), '`additionalMetadataFile`') : undefined;
  const metadata = own(raw, 'metadata') ?? separate;
  return isObject(metadata) ? metadata : {};
}
