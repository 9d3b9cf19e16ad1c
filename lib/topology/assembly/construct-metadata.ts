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
export function constructMetadata(files: AssemblyFiles, { raw, directory }: Artifact): ConstructMetadata[] {
  const file = own(raw, 'additionalMetadataFile');
  const separate = typeof file === 'string' && files.has(join(directory, file)) ? files.json(join(directory, file), '`additionalMetadataFile`') : undefined;
  const metadata = own(raw, 'metadata') ?? separate;
  const found: ConstructMetadata[] = [];
  if (!isObject(metadata)) {
    return found;
  }
  for (const path in metadata) {
    const entries = metadata[path];
    if (Array.isArray(entries)) {
      entries.forEach(entry => add(found, path, entry));
    }
  }
  return found;
}

function add(found: ConstructMetadata[], path: string, entry: unknown): void {
  const type = own(entry, 'type');
  if (typeof type === 'string') {
    found.push({ path: path.startsWith('/') ? path.slice(1) : path, type, data: own(entry, 'data') });
  }
}
