import { INVOKE_PERMISSION_FOR_OTHER_QUALIFIER } from '../../constraints/aws-lambda/permission';
import {
  arnOf, known, rendered, withFixedNames,
  type Delivery, type DeliveryKind, type FunctionPermission, type FunctionTarget, type Text, type Topology,
} from '../../topology';
import type { Check } from '../finding';
import { functionOf } from '../functions';
import { isSwitchedOn } from '../invocations';
import { named, nameOf } from '../names';

/** The principals that invoke by a permission of the function, not by a role. */
const PRINCIPALS: Partial<Record<DeliveryKind, string>> = {
  'event-rule': 'events.amazonaws.com',
  's3-notification': 's3.amazonaws.com',
  'sns-subscription': 'sns.amazonaws.com',
};

/**
 * For certain when a permission is for exactly what invokes the function, which is of the app, and every
 * permission on what is invoked, if there is any, is for another service: none there may be enough.
 */
export const invokePermissionForOtherQualifier: Check = {
  rule: INVOKE_PERMISSION_FOR_OTHER_QUALIFIER,
  severity: 'warning',
  *find({ topology }) {
    const permissions = byFunction(topology);
    const anyFunction = topology.permissions.some(({ function: fn }) => fn.kind === 'unknown');
    const told = new Set<string>();
    for (const invocation of anyFunction ? [] : topology.invocations) {
      const { kind, to, origin, role } = invocation;
      const principal = PRINCIPALS[kind];
      if (principal === undefined || to.kind !== 'function' || !functionOf(topology, to) || role || !isSwitchedOn(invocation)) {
        continue;
      }
      const candidates = permissions.get(to.functionKey) ?? [];
      if (candidates.some(permission => key(permission) === to.key && mayBeFor(permission, principal))) {
        continue;
      }
      const wrong = candidates.find(permission => isExactlyFor(topology, permission, principal, invocation));
      if (!wrong || told.has(wrong.key)) {
        continue;
      }
      told.add(wrong.key);
      const value = `${named(topology, wrong.function as FunctionTarget)}, while ${nameOf(topology, origin.key)} invokes ${named(topology, to)}`;
      yield { origin: wrong, property: 'FunctionName', value };
    }
  },
};

function byFunction({ permissions }: Topology): Map<string, FunctionPermission[]> {
  const lists = new Map<string, FunctionPermission[]>();
  for (const permission of permissions) {
    if (permission.function.kind === 'unknown') {
      continue;
    }
    const list = lists.get(permission.function.functionKey) ?? [];
    lists.set(permission.function.functionKey, list);
    list.push(permission);
  }
  return lists;
}

function key({ function: fn }: FunctionPermission): string | undefined {
  return fn.kind === 'function' ? fn.key : undefined;
}

function mayBeFor({ principal }: FunctionPermission, wanted: string): boolean {
  const name = known(principal);
  return name === undefined || name === wanted || name === '*';
}

function isExactlyFor(
  topology: Topology, { principal, sourceArn, condition }: FunctionPermission, wanted: string, { kind, origin, from }: Delivery,
): boolean {
  if (known(principal) !== wanted || condition !== undefined || !sourceArn || sourceArn.kind === 'unknown') {
    return false;
  }
  if (kind === 'event-rule') {
    return sourceArn.kind === 'reference' && sourceArn.resource === origin.key;
  }
  return from !== undefined && from.kind !== 'unknown'
    && (sourceArn.kind === 'reference' ? sourceArn.resource === from.resource : spelling(topology, sourceArn) === spelling(topology, arnOf(from)));
}

function spelling(topology: Topology, arn: Text): string {
  return rendered(withFixedNames(topology, arn));
}
