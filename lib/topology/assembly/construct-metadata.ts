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
  const found: ConstructMetadata[] = [];
  eachMetadata(files, artifact, (path, type, data) => found.push({ path, type, data }));
  return found;
}

/** Visits the metadata of a stack and of the constructs within it. */
export function eachMetadata(files: AssemblyFiles, { raw, directory }: Artifact, visit: (path: string, type: string, data: unknown) => void): void {
  const file = own(raw, 'additionalMetadataFile');
  const separate = typeof file === 'string' && files.has(join(directory, file)) ? files.json(join(directory, file), '`additionalMetadataFile`') : undefined;
  const metadata = own(raw, 'metadata') ?? separate;
  if (!isObject(metadata)) {
    return;
  }
  for (const name in metadata) {
    const entries = metadata[name];
    const path = name.startsWith('/') ? name.slice(1) : name;
    for (const entry of Array.isArray(entries) ? entries : []) {
      const type = own(entry, 'type');
      if (typeof type === 'string') {
        visit(path, type, own(entry, 'data'));
      }
    }
  }
}
