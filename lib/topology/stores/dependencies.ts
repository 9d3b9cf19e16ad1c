import type { Topology } from '../topology';

/** Whether CloudFormation creates a resource only after another, by `DependsOn` or reference, directly or indirectly. */
export function waitsFor(topology: Topology, key: string, other: string): boolean {
  const seen = new Set([key]);
  for (const current of seen) {
    const node = topology.resources.get(current);
    if (!node) {
      continue;
    }
    if (node.dependsOn.includes(other) || node.refersTo.includes(other)) {
      return true;
    }
    for (const next of node.dependsOn) {
      seen.add(next);
    }
    for (const next of node.refersTo) {
      seen.add(next);
    }
  }
  return false;
}
