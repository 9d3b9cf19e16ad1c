import type { Topology } from '../topology';

/** Whether CloudFormation creates one resource only after another: by `DependsOn`, by reference, or through others. */
export function waitsFor(topology: Topology, key: string, other: string): boolean {
  const seen = new Set([key]);
  for (const current of seen) {
    const node = topology.resources.get(current);
    for (const next of [...node?.dependsOn ?? [], ...node?.refersTo ?? []]) {
      if (next === other) return true;
      seen.add(next);
    }
  }
  return false;
}
