import { admitsServices, arnOf, known, rendered, withFixedNames, type Delivery, type DeliveryKind, type FunctionPermission, type Text, type Topology } from '../topology';

/** The principals that invoke by a permission of the function, not by a role. */
const PRINCIPALS: Partial<Record<DeliveryKind, string>> = {
  'event-rule': 'events.amazonaws.com',
  's3-notification': 's3.amazonaws.com',
  'sns-subscription': 'sns.amazonaws.com',
};

/** Finds permissions that are for exactly what invokes a function, but on another qualifier than the invoked one. */
export class PermissionsForOtherQualifier {
  private readonly permissions = new Map<string, FunctionPermission[]>();
  private readonly anyFunction: boolean;

  constructor(private readonly topology: Topology) {
    this.anyFunction = topology.permissions.some(({ function: fn }) => fn.kind === 'unknown');
    for (const permission of topology.permissions) {
      if (permission.function.kind !== 'unknown') {
        const list = this.permissions.get(permission.function.functionKey) ?? [];
        this.permissions.set(permission.function.functionKey, list);
        list.push(permission);
      }
    }
  }

  /** The permission on another qualifier; `undefined` if one on the invoked qualifier may be enough. */
  of(invocation: Delivery): FunctionPermission | undefined {
    const { kind, to } = invocation;
    const principal = PRINCIPALS[kind];
    if (principal === undefined || to.kind !== 'function' || invocation.role || this.anyFunction) {
      return undefined;
    }
    const candidates = this.permissions.get(to.functionKey) ?? [];
    if (candidates.some(permission => key(permission) === to.key && mayBeFor(permission, principal))) {
      return undefined;
    }
    return candidates.find(permission => isExactlyFor(this.topology, permission, principal, invocation));
  }
}

function key({ function: fn }: FunctionPermission): string | undefined {
  return fn.kind === 'function' ? fn.key : undefined;
}

function mayBeFor(permission: FunctionPermission, wanted: string): boolean {
  const name = known(permission.principal);
  return admitsServices(permission) !== false && (name === undefined || name === wanted || name === '*');
}

function isExactlyFor(
  topology: Topology, permission: FunctionPermission, wanted: string, { kind, origin, from }: Delivery,
): boolean {
  const { principal, sourceArn, condition } = permission;
  if (known(principal) !== wanted || admitsServices(permission) !== true || condition !== undefined || !sourceArn || sourceArn.kind === 'unknown') {
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
