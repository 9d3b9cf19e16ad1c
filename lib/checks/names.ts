import { known, rendered, type Target, type Text, type Topology } from '../topology';

/** What people call a resource: its construct path, else its key. */
export function nameOf(topology: Topology, key: string): string {
  return topology.resources.get(key)?.path?.replace(/\/Resource$/, '') ?? key;
}

/** What people call a target: the construct path where there is one; a function comes with its qualifier. */
export function named(topology: Topology, target: Target): string {
  if (target.resource === undefined) return rendered(target.arn);
  const name = nameOf(topology, target.resource);
  return target.kind === 'function' && target.qualified ? `${name}:${qualifierNamed(topology, target.qualifier)}` : name;
}

/** The number or name of a qualifier, or the construct that will tell. */
function qualifierNamed(topology: Topology, qualifier: Text): string {
  return qualifier.kind === 'reference' ? nameOf(topology, qualifier.resource) : known(qualifier) ?? rendered(qualifier);
}
