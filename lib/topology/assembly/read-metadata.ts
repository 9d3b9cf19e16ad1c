import { AssemblyFiles } from './assembly-file';
import { constructMetadata, type ConstructMetadata } from './construct-metadata';
import { artifacts } from './manifest';

/**
 * Reads the metadata of stacks and of the constructs within them. An assembly has no metadata of the app or of a stage.
 *
 * @param directory the cloud assembly, e.g. `cdk.out`
 * @param only the type of entries to read, e.g. `aws:cdk:warning`; without one, all are read
 * @throws TopologyError if it cannot be read
 */
export function readMetadata(directory: string, only?: string): ConstructMetadata[] {
  const files = new AssemblyFiles(directory);
  return artifacts(files)
    .filter(({ type }) => type === 'aws:cloudformation:stack')
    .flatMap(artifact => constructMetadata(files, artifact, only));
}
