import type { Fix } from './change';
import { FixContext, type RawResources } from './fix-context';
import { FIXERS } from './fixers';
import type { Finding } from '../checks';
import type { Topology } from '../topology';

/** The smallest change that mends a finding; `undefined` if none is certain to do so. */
export function fixOf(topology: Topology, raw: RawResources, { id, stack: displayName, logicalId, property, value }: Finding): Fix | undefined {
  const stack = [...topology.stacks.values()].find(each => each.displayName === displayName);
  const key = `${stack?.id}.${logicalId}`;
  const fixer = Object.hasOwn(FIXERS, id) ? FIXERS[id] : undefined;
  return fixer && stack && topology.resources.has(key)
    ? fixer({ id, key, stack: stack.id, property, value }, new FixContext(topology, raw))
    : undefined;
}
