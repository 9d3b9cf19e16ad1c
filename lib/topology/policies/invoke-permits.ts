import { roleWithFixedNames, withFixedNames } from './fixed-names';
import { arnOf } from './key-permits';
import { covers } from './pattern';
import { and } from './perhaps';
import { admitsInvoke, admitsServices } from './permission-conditions';
import { permits, type Verdict } from './permits';
import type { Delivery, DeliveryKind } from '../nodes/delivery';
import type { FunctionPermission } from '../nodes/function';
import type { RoleNode } from '../nodes/role';
import type { FunctionTarget } from '../targets/target';
import type { Topology } from '../topology';
import { known, literal, partsOf, sameText, type Text } from '../values/value';

/** A caller that invokes in its own name. */
interface ServiceCaller {
  /** Without `.amazonaws.com`. */
  readonly principal: string;

  /** The resource whose ARN Lambda gets as the source: the one that declares the call, the sender of the event, or another one. */
  readonly source: 'origin' | 'from' | 'other';
}

/** The callers that need a permission of the function. All others have a role. */
const SERVICES: Partial<Record<DeliveryKind, ServiceCaller>> = {
  'event-rule': { principal: 'events', source: 'origin' },
  's3-notification': { principal: 's3', source: 'from' },
  'sns-subscription': { principal: 'sns', source: 'from' },
  'log-subscription': { principal: 'logs', source: 'other' },
  'alarm': { principal: 'lambda.alarms.cloudwatch', source: 'origin' },
  'iot-rule': { principal: 'iot', source: 'origin' },
  'ses-receipt-rule': { principal: 'ses', source: 'other' },
  'codecommit-trigger': { principal: 'codecommit', source: 'from' },
  'config-rule': { principal: 'config', source: 'other' },
  'api-integration': { principal: 'apigateway', source: 'other' },
};

/** The callers that invoke with a role. */
const WITH_ROLE: readonly DeliveryKind[] = [
  'event-rule', 'schedule', 'pipe', 'state-machine', 'appsync-resolver', 'pipeline-action', 'api-integration', 'iot-events',
];

/** The action that every caller needs. */
const ACTION = 'lambda:InvokeFunction';

/** A permission, and whether it is on what is invoked. */
interface Placed {
  readonly permission: FunctionPermission;
  readonly isOn: boolean | undefined;
}

/** The permissions on functions, by the function. */
export class InvokePermissions {
  private readonly byFunction = new Map<string, FunctionPermission[]>();

  /** Permissions whose function the app may or may not declare. */
  private readonly strays: FunctionPermission[] = [];

  constructor(private readonly topology: Topology) {
    for (const permission of topology.permissions) {
      const key = permission.function.kind === 'function' ? permission.function.resource : undefined;
      const list = key === undefined ? this.strays : this.byFunction.get(key) ?? [];
      list.push(permission);
      if (key !== undefined) {
        this.byFunction.set(key, list);
      }
    }
  }

  /** Whether the permissions on a function may let a service invoke it. */
  verdictOf(invocation: Delivery, to: FunctionTarget): Verdict {
    const caller = SERVICES[invocation.kind];
    if (caller === undefined) {
      return 'missing';
    }
    return verdict(this.on(to).map(({ permission, isOn }) => and(isOn, this.letsIn(permission, caller, invocation))));
  }

  /** Whether a permission may let a role in. Those for services do not. */
  mayLetRoleIn(to: FunctionTarget): boolean {
    return this.on(to).some(({ permission, isOn }) =>
      isOn !== false && admitsInvoke(permission) !== false && known(permission.principal)?.includes('.amazonaws.com') !== true);
  }

  /** The permissions that are or may be on what is invoked. */
  private on(to: FunctionTarget): Placed[] {
    const own = this.byFunction.get(to.resource!) ?? [];
    const name = this.topology.functions.get(to.resource!)?.name;
    const namesakes = this.strays.filter(({ function: fn }) => fn.kind === 'unknown' || (name !== undefined && sameText(fn.name, name) !== false));
    return [
      ...own.map((permission): Placed => ({ permission, isOn: sameText((permission.function as FunctionTarget).qualifier, to.qualifier) })),
      ...namesakes.map((permission): Placed => ({ permission, isOn: undefined })),
    ];
  }

  private letsIn(permission: FunctionPermission, caller: ServiceCaller, invocation: Delivery): boolean | undefined {
    const { action, principal, condition, sourceArn, sourceAccount } = permission;
    const account = this.topology.stacks.get(invocation.origin.stack)?.account;
    return [
      condition === undefined ? true : undefined,
      admitsServices(permission),
      isAction(action),
      isPrincipal(principal, caller.principal),
      sourceArn === undefined ? true : this.isSource(sourceArn, caller, invocation),
      sourceAccount === undefined || account === undefined ? true : sameText(sourceAccount, literal(account)),
    ].reduce(and);
  }

  private isSource(arn: Text, { source }: ServiceCaller, { origin, originArn, from }: Delivery): boolean | undefined {
    if (source === 'other') {
      return this.namesSibling(arn, origin.key) ? false : undefined;
    }
    const sender = source === 'from' && from && from.kind !== 'unknown' ? from : undefined;
    const resource = source === 'origin' ? origin.key : sender?.resource;
    if (arn.kind === 'reference' && resource !== undefined) {
      return arn.resource === resource ? true : arn.attribute === 'Arn' ? false : undefined;
    }
    const spelled = source === 'origin' ? originArn : sender && arnOf(sender);
    return spelled && covers(withFixedNames(this.topology, arn), withFixedNames(this.topology, spelled));
  }

  /** Whether an ARN is that of another API or log group of the app than the one that the caller belongs to. */
  private namesSibling(arn: Text, caller: string): boolean {
    const { resources } = this.topology;
    const own = [caller, ...resources.get(caller)?.refersTo ?? []];
    const named = partsOf(arn).flatMap(part => typeof part === 'string' || part.kind !== 'reference' ? [] : [part.resource]);
    const types = own.map(key => resources.get(key)?.type);
    return named.every(key => !own.includes(key)) && named.some(key => types.includes(resources.get(key)?.type));
  }
}

/** Whether a caller of the app may invoke a function of the app; unknown if anything outside may allow it. */
export function invokePermits(topology: Topology, permissions: InvokePermissions, invocation: Delivery, to: FunctionTarget): Verdict {
  const { kind, role } = invocation;
  const service = permissions.verdictOf(invocation, to);
  if (service === 'allowed' || service === 'unknown') {
    return service;
  }
  if (!WITH_ROLE.includes(kind) || role === undefined) {
    return SERVICES[kind] ? service : 'unknown';
  }
  const node = role.kind === 'role' ? topology.roles.get(role.resource ?? '') : undefined;
  if (!node) {
    return 'unknown';
  }
  const own = roleMayInvoke(topology, node, to);
  return own === 'missing' && permissions.mayLetRoleIn(to) ? 'unknown' : own;
}

/** The service that invokes in its own name, e.g. `events.amazonaws.com`; `undefined` for a caller that needs a role. */
export function principalOf({ kind }: Pick<Delivery, 'kind'>): string | undefined {
  const caller = SERVICES[kind];
  return caller && `${caller.principal}.amazonaws.com`;
}

/** Judges with references first, and again with fixed names. */
function roleMayInvoke(topology: Topology, role: RoleNode, to: FunctionTarget): Verdict {
  const direct = permits(role, ACTION, arnOf(to));
  if (direct !== 'unknown') {
    return direct;
  }
  return permits(roleWithFixedNames(topology, role), ACTION, withFixedNames(topology, arnOf(to)));
}

function isAction(action: Text): boolean | undefined {
  const name = known(action)?.toLowerCase();
  return name === undefined ? undefined : [ACTION.toLowerCase(), 'lambda:*', '*'].includes(name);
}

/** A service may be named with its Region, or with the suffix of its partition. */
function isPrincipal(principal: Text, service: string): boolean | undefined {
  const name = known(principal);
  return name === undefined ? undefined : name === '*' || name === `${service}.amazonaws.com` || new RegExp(`^${service.replaceAll('.', '\\.')}(\\.[a-z0-9-]+)?\\.amazonaws\\.com(\\.[a-z]+)*$`).test(name);
}

function verdict(answers: ReadonlyArray<boolean | undefined>): Verdict {
  if (answers.includes(true)) {
    return 'allowed';
  }
  return answers.includes(undefined) ? 'unknown' : 'missing';
}
