import { rewritten, type Statement } from './statement';
import type { Topology } from '../topology';
import { known, partsOf, textOf, type Part, type Text } from '../values/value';

/** A text whose references to names are replaced by the names that templates set. */
export function withFixedNames(topology: Topology, text: Text): Text {
  return partsOf(text).some(part => fixed(topology, part) !== undefined) ? textOf(partsOf(text).map(part => fixed(topology, part) ?? part)) : text;
}

/** A statement with fixed names in all its resources and principals. */
export function statementWithFixedNames(topology: Topology, statement: Statement): Statement {
  return rewritten(statement, text => withFixedNames(topology, text));
}

function fixed({ functions, queues, topics, buses, buckets, roles }: Topology, part: Part): string | undefined {
  if (typeof part === 'string' || part.kind !== 'reference' || part.attribute !== 'Name') {
    return undefined;
  }
  const node = [functions, queues, topics, buses, buckets, roles].map(nodes => nodes.get(part.resource)).find(found => found);
  return known(node?.name);
}
