import { functionOf } from './functions';
import { known, type AliasNode, type FunctionNode, type Topology, type VersionNode } from '../topology';

/** A version or alias that certainly has provisioned concurrency. */
export interface Provisioned {
  readonly origin: VersionNode | AliasNode;

  /** Absent if only the deployment knows the number. */
  readonly executions?: number;

  /** The function, if the app declares it. */
  readonly fn?: FunctionNode;

  /** One text for all spellings of the version that is provisioned; absent if it is unknown. */
  readonly version?: string;
}

/** The versions and aliases with provisioned concurrency, versions first. */
export function provisionedOf(topology: Topology): Provisioned[] {
  return [...topology.versions.values(), ...topology.aliases.values()].flatMap(origin => {
    const { provisionedConcurrency: provisioned, function: target } = origin;
    return provisioned === undefined || 'reason' in provisioned
      ? []
      : [{ origin, executions: known(provisioned.executions), fn: functionOf(topology, target), version: versionOf(origin) }];
  });
}

/** A version of the app by its key; another one by its function and number. */
function versionOf(origin: VersionNode | AliasNode): string | undefined {
  if (!('version' in origin)) {
    return origin.key;
  }
  const { version, function: target } = origin;
  if (version.kind === 'reference') {
    return version.resource;
  }
  return version.kind === 'literal' && target.kind === 'function' ? `${target.functionKey}:${version.value}` : undefined;
}

/** The number of executions in messages. */
export function executionsNamed({ executions }: Provisioned): string {
  return executions === undefined ? 'a number' : `${executions}`;
}
