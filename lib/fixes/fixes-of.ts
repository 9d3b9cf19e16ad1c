import type { Fix } from './change';
import { FixContext, type RawResources } from './fix-context';
import { FIXERS } from './fixers';
import type { Finding } from '../checks';
import type { Topology } from '../topology';

/**
 * The smallest changes that mend the findings of one run. A finding has none if none is certain to mend it.
 *
 * Each works alone, and all work together, applied in the order of the findings.
 */
export function fixesOf(topology: Topology, raw: RawResources, findings: readonly Finding[]): ReadonlyMap<Finding, Fix> {
  const stacks = new Map([...topology.stacks.values()].map(stack => [stack.displayName, stack.id]));
  const context = new FixContext(topology, raw, findings);
  const fixes = new Map<Finding, Fix>();
  for (const finding of findings) {
    const { id, logicalId, property, value } = finding;
    const stack = stacks.get(finding.stack);
    const key = `${stack}.${logicalId}`;
    const fixer = Object.hasOwn(FIXERS, id) ? FIXERS[id] : undefined;
    const fix = fixer && stack !== undefined && topology.resources.has(key) ? fixer({ id, key, stack, property, value }, context) : undefined;
    if (fix) {
      fixes.set(finding, fix);
    }
  }
  return fixes;
}
