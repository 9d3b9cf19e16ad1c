import type { ResourceNode } from '../nodes/resource';
import type { Declared, Reader } from '../reader';

/** All resources of the app, with what CloudFormation creates before them. */
export function resourceNodes(reader: Reader): ResourceNode[] {
  return reader.everything().map(({ origin, stack, raw }) => ({
    dependsOn: keysOf(stack, raw.dependsOn),
    refersTo: keysOf(stack, raw.mentions),
    ...origin,
  }));
}

/** Of what is mentioned, parameters are no resources. */
function keysOf({ template: { resources } }: Declared['stack'], logicalIds: readonly string[]): string[] {
  return logicalIds.filter(id => resources.has(id)).map(id => resources.get(id)!.key);
}
