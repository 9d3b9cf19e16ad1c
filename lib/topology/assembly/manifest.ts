import { MANIFEST, type AssemblyFiles } from './assembly-file';
import { isObject, own, SizeCheck } from './json-walk';
import { kindOf } from './template';
import { join } from '../../doors/files';
import { TopologyError } from '../topology-error';

/** One entry of a manifest. */
export interface Artifact {
  readonly id: string;
  readonly type: unknown;
  readonly raw: unknown;

  /** The directory of its manifest, relative to the outermost assembly. */
  readonly directory: string;
}

/** More nested assemblies are a loop, or an attack. */
const MOST_ASSEMBLIES = 1_000;

/** The artifacts of an assembly and of all assemblies within it. */
export function artifacts(files: AssemblyFiles): Artifact[] {
  const found: Artifact[] = [];
  const pending = [''];
  const seen = new Set<string>();
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    const name = join(directory, MANIFEST);
    const real = files.within(name, directory === '' ? 'The assembly' : `\`directoryName\` of assembly \`${directory}\``);
    if (seen.has(real) || seen.size >= MOST_ASSEMBLIES) {
      throw new TopologyError(`\`${name}\` must be in one assembly only, but it contains itself, or there are more than ${MOST_ASSEMBLIES}. Synthesize the app again.`);
    }
    seen.add(real);
    for (const artifact of artifactsOf(files, directory, name)) {
      found.push(artifact);
      if (artifact.type === 'cdk:cloud-assembly') {
        pending.push(join(directory, text(artifact, 'directoryName')));
      }
    }
  }
  return found;
}

function artifactsOf(files: AssemblyFiles, directory: string, name: string): Artifact[] {
  const manifest = files.json(name, 'the manifest of an assembly');
  new SizeCheck(() => `\`${name}\``).check(manifest, name);
  const entries = own(manifest, 'artifacts') ?? {};
  if (!isObject(manifest) || !isObject(entries)) {
    throw new TopologyError(`\`artifacts\` in \`${name}\` must be an object, got: ${kindOf(isObject(manifest) ? entries : manifest)}. Synthesize the app again.`);
  }
  return Object.keys(entries).sort().map(id => ({ id, type: own(entries[id], 'type'), raw: entries[id], directory }));
}

/** A property of an artifact that must be a text. */
export function text({ id, raw, directory }: Artifact, property: string): string {
  const value = own(own(raw, 'properties'), property);
  if (typeof value !== 'string') {
    throw new TopologyError(
      `\`${property}\` of artifact \`${id}\` in \`${join(directory, MANIFEST)}\` must be a string, got: ${kindOf(value)}. Synthesize the app again.`,
    );
  }
  return value;
}
