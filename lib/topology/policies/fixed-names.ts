import { rewritten, type Statement } from './statement';
import type { RoleNode } from '../nodes/role';
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

/** A role with fixed names in all its statements. */
export function roleWithFixedNames(topology: Topology, role: RoleNode): RoleNode {
  const named = NAMED.get(role) ?? {
    ...role,
    statements: role.statements.map(statement => statementWithFixedNames(topology, statement)),
    boundary: role.boundary?.map(statement => statementWithFixedNames(topology, statement)),
  };
  NAMED.set(role, named);
  return named;
}

/** Cached, because many functions may share a role. */
const NAMED = new WeakMap<RoleNode, RoleNode>();

function fixed({ functions, queues, topics, buses, buckets, roles }: Topology, part: Part): string | undefined {
  if (typeof part === 'string' || part.kind !== 'reference' || part.attribute !== 'Name') {
    return undefined;
  }
  const node = [functions, queues, topics, buses, buckets, roles].map(nodes => nodes.get(part.resource)).find(found => found);
  return known(node?.name);
}
