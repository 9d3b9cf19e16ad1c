import { nameOf } from './names';
import { ALIAS_AS_VERSION, remedyForVersion, VERSION_BY_ARN } from '../constraints/aws-lambda/alias';
import { brokenRule, type Reported } from '../constraints/reported';
import type { Remedy } from '../constraints/rule';
import { quoted } from '../constraints/violation';
import { known, partsOf, rendered, type Reference, type Text, type Topology } from '../topology';

/** A description of a version as the template writes it. */
export function versionNamed(topology: Topology, version: Text): string {
  return version.kind === 'reference' ? nameOf(topology, version.resource) : quoted(known(version));
}

/** A description of a text that certainly is no version, with the remedy; undefined for one that may be a version. */
export function noVersion(topology: Topology, version: Text, limit: Reported): { readonly value: string; readonly remedy?: Remedy } | undefined {
  if (version.kind === 'reference') {
    return referenceToOther(topology, version);
  }
  if (version.kind === 'composed') {
    // No version has a colon or slash, whatever the deployment puts into the rest.
    const isOther = partsOf(version).some(part => typeof part === 'string' && /[:/]/.test(part));
    const text = rendered(version);
    return isOther ? { value: quoted(text), remedy: text.startsWith('arn:') ? VERSION_BY_ARN : undefined } : undefined;
  }
  const name = known(version);
  if (name === undefined || !brokenRule(limit, name)) {
    return undefined;
  }
  return { value: quoted(name), remedy: remedyForVersion(name) };
}

/** Every ARN has colons. A generated name of a function begins with a letter, and an alias is not named by digits alone. */
function referenceToOther(topology: Topology, { resource, attribute }: Reference): ReturnType<typeof noVersion> {
  const isAlias = topology.aliases.has(resource);
  const remedy = isAlias ? ALIAS_AS_VERSION : topology.versions.has(resource) ? VERSION_BY_ARN : undefined;
  if (attribute === 'Arn') {
    return { value: `the ARN of ${nameOf(topology, resource)}`, remedy };
  }
  const fn = topology.functions.get(resource);
  const isName = attribute === 'Name' && (isAlias || (fn !== undefined && fn.name === undefined));
  return isName ? { value: `the name of ${nameOf(topology, resource)}`, remedy } : undefined;
}
