import type { ResourceNode } from '../nodes/resource';
import type { Declared, Reader } from '../reader';

/** All resources of the app, with their dependencies. */
export function resourceNodes(reader: Reader): ResourceNode[] {
  return reader.everything().map(({ origin, stack, raw }) => ({
    dependsOn: keysOf(stack, raw.dependsOn),
    refersTo: keysOf(stack, raw.mentions),
    writtenAt: raw.writtenAt,
    // Without a spread, which takes 3 µs for each resource instead of 1.5 µs.
    key: origin.key,
    stack: origin.stack,
    logicalId: origin.logicalId,
    type: origin.type,
    path: origin.path,
    condition: origin.condition,
  }));
}

/** The keys of the mentioned resources, without parameters. */
function keysOf({ template: { resources } }: Declared['stack'], logicalIds: readonly string[]): string[] {
  if (logicalIds.length === 0) {
    return [];
  }
  const keys: string[] = [];
  for (const id of logicalIds) {
    const resource = resources.get(id);
    if (resource) {
      keys.push(resource.key);
    }
  }
  return keys;
}
