import { known, pathOf as nameOf, rendered, type Target, type Text, type Topology } from '../topology';

export { nameOf };

/** The name of a target in messages: its construct path, else its ARN. Functions have their qualifier. */
export function named(topology: Topology, target: Target): string {
  if (target.resource === undefined) {
    return rendered(target.arn);
  }
  const name = nameOf(topology, target.resource);
  return target.kind === 'function' && target.qualified ? `${name}:${qualifierNamed(topology, target.qualifier)}` : name;
}

/** The number or name of a qualifier, or the path of its construct. */
function qualifierNamed(topology: Topology, qualifier: Text): string {
  return qualifier.kind === 'reference' ? nameOf(topology, qualifier.resource) : known(qualifier) ?? rendered(qualifier);
}
