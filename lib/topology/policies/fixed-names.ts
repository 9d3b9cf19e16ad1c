import { rewritten, type Statement } from './statement';
import type { Topology } from '../topology';
import { known, partsOf, textOf, type Part, type Text } from '../values/value';

/** A text with the names that templates fix in the place of references to what has them. */
export function withFixedNames(topology: Topology, text: Text): Text {
  return partsOf(text).some(part => fixed(topology, part) !== undefined) ? textOf(partsOf(text).map(part => fixed(topology, part) ?? part)) : text;
}

/** The same of all that a statement names. */
export function statementWithFixedNames(topology: Topology, statement: Statement): Statement {
  return rewritten(statement, text => withFixedNames(topology, text));
}

function fixed({ functions, queues, topics, buses, buckets, roles }: Topology, part: Part): string | undefined {
  if (typeof part === 'string' || part.kind !== 'reference' || part.attribute !== 'Name') return undefined;
  const node = [functions, queues, topics, buses, buckets, roles].map(nodes => nodes.get(part.resource)).find(found => found);
  return known(node?.name);
}
