import { join } from 'node:path';
import type { AssemblyFiles } from './assembly-file';
import { isObject, own } from './json-walk';
import type { Artifact } from './manifest';
import type { Template } from './template';

/**
 * The construct paths of a stack by logical id, where the app was synthesized without path metadata in the template.
 *
 * A logical id that a nested stack has, too, is left out: which of the two is meant is not told.
 */
export function constructPaths(files: AssemblyFiles, { raw, directory }: Artifact, template: Template): ReadonlyMap<string, string> | undefined {
  if ([...template.resources.values()].some(({ metadata }) => own(metadata, 'aws:cdk:path') !== undefined)) return undefined;
  const file = own(raw, 'additionalMetadataFile');
  const separate = typeof file === 'string' && files.has(join(directory, file)) ? files.json(join(directory, file), '`additionalMetadataFile`') : undefined;
  const metadata = own(raw, 'metadata') ?? separate;
  const paths = new Map<string, string>();
  const twice = new Set<string>();
  for (const [path, entries] of Object.entries(isObject(metadata) ? metadata : {})) {
    for (const entry of Array.isArray(entries) ? entries : []) {
      const logicalId = own(entry, 'data');
      if (own(entry, 'type') !== 'aws:cdk:logicalId' || typeof logicalId !== 'string') continue;
      if (paths.has(logicalId)) twice.add(logicalId);
      paths.set(logicalId, path.replace(/^\//, ''));
    }
  }
  for (const logicalId of twice) paths.delete(logicalId);
  return paths;
}
