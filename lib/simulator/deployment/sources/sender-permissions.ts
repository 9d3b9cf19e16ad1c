import { lazily } from './deployed-resources';
import { DELIVERY_ACTIONS, KEY_ACTIONS, type DestinationKind } from '../../../constraints/aws-lambda/destination';
import {
  arnOf, deliveryPermits, InvokePermissions, invokePermits, isRefused, literal, servicePermits, storeOf,
  type Delivery, type FunctionTarget, type RoleNode, type StoreNode, type Target, type Topology, type Unknown,
} from '../../../topology';

/** Who delivers: a service in its own name, with a role, or either. */
export interface SenderIdentity {
  /** E.g. `events.amazonaws.com`. */
  readonly principal?: string;
  readonly role?: Target | Unknown;
}

/** The permissions of services that deliver to the resources of an app. What the templates leave open is allowed. */
export class SenderPermissions {
  private readonly invocations = lazily(() => new InvokePermissions(this.topology));
  private readonly deliveries = lazily(() => new Map([...this.topology.invocations, ...this.topology.deliveries]
    .map(delivery => [`${delivery.origin.key} ${delivery.property}`, delivery])));

  constructor(private readonly topology: Topology) {}

  /** The delivery that a property of a resource declares. */
  delivery(key: string, property: string): Delivery | undefined {
    return this.deliveries().get(`${key} ${property}`);
  }

  /** The reason why a delivery will certainly be refused. */
  problem(delivery: Delivery | undefined, principal: string | undefined): string | undefined {
    if (!delivery || delivery.to.kind === 'unknown' || this.isOpen(delivery.origin.stack)) {
      return undefined;
    }
    if (delivery.to.kind === 'function') {
      return this.problemOfInvocation(delivery, delivery.to, principal);
    }
    return this.problemOfStore(delivery.to, { principal, role: delivery.role });
  }

  /** The reason why a sender may certainly not use a queue, topic, bus or bucket. */
  problemOfStore(to: Target | Unknown | undefined, { principal, role }: SenderIdentity): string | undefined {
    const store = to && to.kind !== 'unknown' ? storeOf(this.topology, to.resource) : undefined;
    if (!store || !to || to.kind === 'unknown' || store.condition !== undefined || this.isOpen(store.stack)) {
      return undefined;
    }
    const kind = to.kind as DestinationKind;
    const node = role && role.kind === 'role' ? this.topology.roles.get(role.resource ?? '') : undefined;
    if (role) {
      return node && role.kind !== 'unknown' ? this.problemOfRole(to, kind, node, role) : undefined;
    }
    // No page tells what the policy of a bus has to say to a rule of its own account without a role.
    return principal === undefined || kind === 'bus' ? undefined : this.problemOfService(to, kind, store, principal);
  }

  private problemOfInvocation(delivery: Delivery, to: FunctionTarget, principal: string | undefined): string | undefined {
    if (to.resource === undefined || this.isOpen(this.topology.functions.get(to.resource)?.stack ?? '') || !isRefused(invokePermits(this.topology, this.invocations(), delivery, to))) {
      return undefined;
    }
    return `${delivery.role ? 'its role' : principal ?? 'the sender'} may not invoke the function`;
  }

  private problemOfRole(to: Target, kind: DestinationKind, role: RoleNode, roleTarget: Target): string | undefined {
    const deliverer = { functionName: literal(''), role, roleTarget };
    const place = { kind, arn: arnOf(to), resource: to.resource };
    const missing = DELIVERY_ACTIONS[kind].filter(action => isRefused(deliveryPermits(this.topology, deliverer, action, place)));
    return missing.length === 0 ? undefined : `its role lacks ${missing.join(' and ')}`;
  }

  private problemOfService(to: Target, kind: DestinationKind, store: StoreNode, principal: string): string | undefined {
    const missing = DELIVERY_ACTIONS[kind].filter(action => isRefused(servicePermits(this.topology, store.policy, principal, action, arnOf(to))));
    if (missing.length > 0) {
      return `its policy does not allow ${missing.join(' and ')} to ${principal}`;
    }
    if (store.hasKeyOfAws) {
      return `${principal} may not use its key, which AWS manages`;
    }
    const key = store.encryptionKey?.kind === 'key' ? store.encryptionKey : undefined;
    const policy = this.topology.keys.get(key?.resource ?? '')?.policy;
    const actions = kind in KEY_ACTIONS ? KEY_ACTIONS[kind as keyof typeof KEY_ACTIONS] : [];
    const withoutKey = key && policy ? actions.filter(action => isRefused(servicePermits(this.topology, policy, principal, action, arnOf(key)))) : [];
    return withoutKey.length === 0 ? undefined : `its key does not allow ${withoutKey.join(' and ')} to ${principal}`;
  }

  /** Whether a stack may declare more than was read. */
  private isOpen(stack: string): boolean {
    return (this.topology.stacks.get(stack)?.unknowns.length ?? 1) > 0;
  }
}
