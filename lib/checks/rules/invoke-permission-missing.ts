import { INVOKE_ACTION, INVOKE_PERMISSION_MISSING } from '../../constraints/aws-lambda/permission';
import {
  hasUnknownEffects, InvokePermissions, invokePermits, isRefused, principalOf, type Delivery, type Target, type Topology, type Verdict,
} from '../../topology';
import type { Check } from '../finding';
import { functionOf } from '../functions';
import { isSwitchedOn } from '../invocations';
import { named, nameOf } from '../names';
import { PermissionsForOtherQualifier } from '../other-qualifier';
import { refusal } from '../refusal';

/**
 * For certain when caller and function are of the app, every stack could be read, no permission on what is invoked may be for
 * the caller, and neither may a policy of its role. Conditions, values that only the deployment knows, and custom resources that
 * refer to function or role may allow it.
 *
 * `InvokePermissionForOtherQualifier` tells of a permission that only is in the wrong place, and
 * `DestinationPermissionMissing` of destinations.
 */
export const invokePermissionMissing: Check = {
  rule: INVOKE_PERMISSION_MISSING,
  severity: 'error',
  *find({ topology }) {
    if ([...topology.stacks.values()].some(({ unknowns }) => unknowns.length > 0)) {
      return;
    }
    const permissions = new InvokePermissions(topology);
    const elsewhere = new PermissionsForOtherQualifier(topology);
    const touched = touchedByCustomResources(topology);
    const told = new Set<string>();
    for (const invocation of topology.invocations) {
      const { origin, property, to, role } = invocation;
      const fn = to.kind === 'function' ? functionOf(topology, to) : undefined;
      const isCertain = fn && fn.condition === undefined && origin.condition === undefined && isSwitchedOn(invocation) && !touched.has(fn.key)
        && !touched.has(resourceOf(role));
      if (to.kind !== 'function' || !isCertain || told.has(`${origin.key} ${to.key}`)) {
        continue;
      }
      const verdict = invokePermits(topology, permissions, invocation, to);
      if (isRefused(verdict) && !elsewhere.of(invocation)) {
        told.add(`${origin.key} ${to.key}`);
        yield { origin, property, value: `${named(topology, to)}, ${refused(topology, invocation, verdict)}` };
      }
    }
  },
};

function refused(topology: Topology, { kind, origin, role }: Delivery, verdict: Verdict): string {
  const principal = principalOf({ kind });
  return [
    ...principal ? [`which no permission lets ${principal} invoke for ${nameOf(topology, origin.key)}`] : [],
    ...role ? [`for which ${nameOf(topology, resourceOf(role))} ${refusal([[INVOKE_ACTION, verdict]])}`] : [],
  ].join(', and ');
}

function resourceOf(target: Target | { readonly kind: 'unknown' } | undefined): string {
  return target && 'resource' in target ? target.resource ?? '' : '';
}

/** The functions and roles that custom resources refer to, also through aliases and versions. */
function touchedByCustomResources({ customResources, resources, aliases, versions }: Topology): ReadonlySet<string> {
  const owners = new Map([...aliases.values(), ...versions.values()].map(({ key, function: fn }) => [key, fn.kind === 'function' ? fn.resource : undefined]));
  const referred = [...customResources.values()].flatMap(({ key, type }) => hasUnknownEffects(type) ? resources.get(key)?.refersTo ?? [] : []);
  return new Set([...referred, ...referred.flatMap(key => owners.get(key) ?? [])]);
}
