import { join } from 'node:path';
import type { AssemblyFiles } from './assembly-file';
import { isObject, own } from './json-walk';
import type { Artifact } from './manifest';

/** One thing that an app notes of a construct, e.g. a warning or an acknowledgement. */
export interface ConstructMetadata {
  /** The construct path. */
  readonly path: string;

  /** E.g. `aws:cdk:warning`. */
  readonly type: string;
  readonly data: unknown;
}

/** What the assembly tells of a stack and of the constructs within it. */
export function constructMetadata(files: AssemblyFiles, { raw, directory }: Artifact): ConstructMetadata[] {
  const file = own(raw, 'additionalMetadataFile');
  const separate = typeof file === 'string' && files.has(join(directory, file)) ? files.json(join(directory, file), '`additionalMetadataFile`') : undefined;
  const metadata = own(raw, 'metadata') ?? separate;
  const found: ConstructMetadata[] = [];
  for (const [path, entries] of Object.entries(isObject(metadata) ? metadata : {})) {
    for (const entry of Array.isArray(entries) ? entries : []) {
      const type = own(entry, 'type');
      if (typeof type === 'string') found.push({ path: path.startsWith('/') ? path.slice(1) : path, type, data: own(entry, 'data') });
    }
  }
  return found;
}
