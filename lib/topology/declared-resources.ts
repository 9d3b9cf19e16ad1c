import type { Origin } from './nodes/resource';
import type { Topology } from './topology';
import type { Property } from './values/property';

/** A resource with all its properties. */
export interface DeclaredResource {
  readonly origin: Origin;
  readonly properties: Property;
}

type OfType = (type: string) => readonly DeclaredResource[];

/** Beside the topologies, because these are plain data, and because few readers need properties that the topology leaves out. */
const READERS = new WeakMap<Topology, OfType>();

/** Keeps the properties from which a topology was read. */
export function keepProperties(topology: Topology, ofType: OfType): void {
  READERS.set(topology, ofType);
}

/**
 * The resources of a type with all their properties.
 *
 * @throws Error for a copy of a topology
 */
export function declaredResources(topology: Topology, type: string): readonly DeclaredResource[] {
  const ofType = READERS.get(topology);
  if (!ofType) {
    throw new Error('The topology is a copy. Pass the one that was read from the app: a copy has no properties of resources.');
  }
  return ofType(type);
}
