import { AssemblyFiles } from './assembly-file';
import { constructMetadata, type ConstructMetadata } from './construct-metadata';
import { artifacts } from './manifest';

/**
 * Reads what an app notes of its stacks and of the constructs within them. What
 * it notes of itself or of a stage is not in the assembly.
 *
 * @param directory the cloud assembly, e.g. `cdk.out`
 * @throws TopologyError when it cannot be read
 */
export function readMetadata(directory: string): ConstructMetadata[] {
  const files = new AssemblyFiles(directory);
  return artifacts(files)
    .filter(({ type }) => type === 'aws:cloudformation:stack')
    .flatMap(artifact => constructMetadata(files, artifact));
}
