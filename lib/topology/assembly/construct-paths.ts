import type { AssemblyFiles } from './assembly-file';
import { constructMetadata } from './construct-metadata';
import { own } from './json-walk';
import type { Artifact } from './manifest';
import type { Template } from './template';

/**
 * The construct paths of a stack by logical id, where the app was synthesized without path metadata in the template.
 *
 * A logical id that a nested stack has, too, is left out: which of the two is meant is not told.
 */
export function constructPaths(files: AssemblyFiles, artifact: Artifact, template: Template): ReadonlyMap<string, string> | undefined {
  if ([...template.resources.values()].some(({ metadata }) => own(metadata, 'aws:cdk:path') !== undefined)) return undefined;
  const paths = new Map<string, string>();
  const twice = new Set<string>();
  for (const { path, type, data: logicalId } of constructMetadata(files, artifact)) {
    if (type !== 'aws:cdk:logicalId' || typeof logicalId !== 'string') continue;
    if (paths.has(logicalId)) twice.add(logicalId);
    paths.set(logicalId, path);
  }
  for (const logicalId of twice) paths.delete(logicalId);
  return paths;
}
