import { join } from '../doors/files';
import { indexed } from './assembly/app';
import { AssemblyFiles } from './assembly/assembly-file';
import { constructMetadata } from './assembly/construct-metadata';
import { ConstructPaths } from './assembly/construct-paths';
import { fileAssets } from './assembly/file-assets';
import { own } from './assembly/json-walk';
import { artifacts, text, type Artifact } from './assembly/manifest';
import { nestedTemplates, withNested } from './assembly/nested-stacks';
import { environmentOf, type Stack } from './assembly/stack';
import { parseTemplate } from './assembly/template';
import type { GivenValues } from './given-values';
import { topologyOf } from './read-topology';
import type { Topology } from './topology';

/**
 * Reads a synthesized app: all stacks, nested stacks and stages.
 *
 * @param directory the cloud assembly, e.g. `cdk.out`
 * @param given what the caller knows about the deployment
 * @throws TopologyError if it cannot be read
 */
export function readAssembly(directory: string, given: GivenValues = {}): Topology {
  return read(new AssemblyFiles(directory), given);
}

/**
 * The texts of all files that are read of an assembly, by their paths within it: with them alone, it can be read again.
 *
 * @throws TopologyError if it cannot be read
 */
export function textsOfAssembly(directory: string, given: GivenValues = {}): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const files = new AssemblyFiles(directory, texts);
  read(files, given);
  stackArtifacts(artifacts(files)).forEach(artifact => constructMetadata(files, artifact));
  return texts;
}

function read(files: AssemblyFiles, given: GivenValues): Topology {
  const found = artifacts(files);
  const stacks = stackArtifacts(found).map(artifact => stackOf(files, artifact, given));
  const assets = fileAssets(files, found);
  const assetText = (path: string) => files.hasFile(path) ? files.text(path, 'an asset') : undefined;
  return topologyOf(indexed(withNested(stacks, nestedTemplates(files, assets)), assets, assetText));
}

function stackArtifacts(found: readonly Artifact[]): Artifact[] {
  return found.filter(({ type }) => type === 'aws:cloudformation:stack');
}

function stackOf(files: AssemblyFiles, artifact: Artifact, given: GivenValues): Stack {
  const { id: artifactId, raw, directory } = artifact;
  const file = join(directory, text(artifact, 'templateFile'));
  const document = files.json(file, `\`templateFile\` of artifact \`${artifactId}\``);
  const id = join(directory, artifactId);
  const displayName = asText(own(raw, 'displayName')) ?? artifactId;
  const template = parseTemplate(document, id, `template of stack \`${displayName}\` (${file})`, { parameters: given.parameters });
  return {
    id,
    name: asText(own(own(raw, 'properties'), 'stackName')) ?? artifactId,
    displayName,
    assembly: directory,
    file,
    environment: environmentOf(id, own(raw, 'environment'), given),
    template,
    nested: new Map(),
    paths: ConstructPaths.of(files, artifact, template),
    given: given.parameters,
  };
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
