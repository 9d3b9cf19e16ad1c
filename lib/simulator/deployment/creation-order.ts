import { partsOf, type CustomResourceNode, type Topology, type Tree } from '../../topology';

/** Sorts custom resources, so that each comes after those that it depends on, by `DependsOn` or by reference, in any stack. */
export function creationOrder(topology: Topology, resources: readonly CustomResourceNode[]): CustomResourceNode[] {
  const wanted = new Set(resources.map(({ key }) => key));
  const seen = new Set<string>();
  const ordered: CustomResourceNode[] = [];
  const visit = (key: string) => {
    if (seen.has(key)) {
      return;
    }
    seen.add(key);
    const node = topology.resources.get(key);
    const custom = topology.customResources.get(key);
    const needed = [...node?.dependsOn ?? [], ...node?.refersTo ?? [], ...[...custom?.properties.values() ?? []].flatMap(referencesIn)];
    for (const other of needed) {
      visit(other);
    }
    if (custom && wanted.has(key)) {
      ordered.push(custom);
    }
  };
  for (const { key } of resources) {
    visit(key);
  }
  return ordered;
}

function referencesIn(tree: Tree): string[] {
  switch (tree.kind) {
    case 'list': return tree.items.flatMap(referencesIn);
    case 'map': return [...tree.entries.values()].flatMap(referencesIn);
    default: return partsOf(tree).flatMap(part => typeof part !== 'string' && part.kind === 'reference' ? [part.resource] : []);
  }
}
