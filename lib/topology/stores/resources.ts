import { keyOf } from '../assembly/stack';
import type { Declared, Reader } from '../reader';
import type { ResourceNode } from '../topology';

/** All resources of the app, with what CloudFormation creates before them. */
export function resourceNodes(reader: Reader): ResourceNode[] {
  return reader.everything().map(declared => ({
    dependsOn: keysOf(declared, declared.raw.dependsOn),
    refersTo: keysOf(declared, declared.raw.mentions),
    ...declared.origin,
  }));
}

function keysOf({ stack }: Declared, logicalIds: readonly string[]): string[] {
  return logicalIds.filter(id => stack.template.resources.has(id)).map(id => keyOf(stack, id));
}
