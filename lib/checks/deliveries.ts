import { functionOf } from './functions';
import { DELIVERY_ACTIONS, type DestinationKind } from '../constraints/aws-lambda/destination';
import {
  arnOf, deliveryPermits, destinationPermits, isRefused,
  type Deliverer, type DeliveryPlace, type EventInvokeConfig, type FunctionTarget, type Statement, type Target, type Topology, type Verdict,
} from '../topology';

/** A destination of the app, and the role that delivers to it. */
export interface CheckedDelivery extends Deliverer {
  readonly target: Target & { readonly kind: DestinationKind };
}

/**
 * The delivery to a destination, if its permissions are known: role and destination are both in the app.
 *
 * An imported role or an imported queue may have any policy.
 */
export function checkedDelivery(topology: Topology, target: Target, config: EventInvokeConfig): CheckedDelivery | undefined {
  const roleTarget = functionOf(topology, config.function)?.role;
  const role = roleTarget && roleTarget.kind === 'role' ? topology.roles.get(roleTarget.resource ?? '') : undefined;
  if (!role || !roleTarget || roleTarget.kind === 'unknown' || target.resource === undefined || !(target.kind in DELIVERY_ACTIONS)) {
    return undefined;
  }
  // A part of a stack that could not be read may have the missing policy.
  const isRead = [role.stack, config.stack].every(stack => topology.stacks.get(stack)?.unknowns.length === 0);
  return isRead ? { target: target as CheckedDelivery['target'], functionName: (config.function as FunctionTarget).name, role, roleTarget } : undefined;
}

/**
 * Whether the role may perform each action that the delivery needs.
 *
 * @param counts tells which statements to consider
 */
export function verdicts(
  topology: Topology, delivery: CheckedDelivery, counts?: (statement: Statement) => boolean,
): Array<[action: string, verdict: Verdict]> {
  const place = placeOf(delivery);
  return DELIVERY_ACTIONS[place.kind].map(action => [action, deliveryPermits(topology, delivery, action, place, { counts })]);
}

/** Whether the policy of the destination allows the role, or may allow it. */
export function isAllowedByDestination(topology: Topology, delivery: CheckedDelivery): boolean {
  const place = placeOf(delivery);
  return DELIVERY_ACTIONS[place.kind].every(action => !isRefused(destinationPermits(topology, delivery, action, place)));
}

function placeOf({ target }: CheckedDelivery): DeliveryPlace {
  const { kind, resource } = target;
  return { kind, resource, arn: arnOf(target) };
}
