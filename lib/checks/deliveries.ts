import { functionOf } from './functions';
import { DELIVERY_ACTIONS, type DestinationKind } from '../constraints/aws-lambda/destination';
import {
  arnOf, deliveryPermits, destinationPermits, isRefused,
  type Deliverer, type DeliveryPlace, type EventInvokeConfig, type FunctionTarget, type Statement, type Target, type Topology, type Verdict,
} from '../topology';

/** A destination of the app with everything that decides whether a function may deliver to it. */
export interface CheckedDelivery extends Deliverer {
  readonly target: Target & { readonly kind: DestinationKind };
}

/**
 * What is needed to judge a delivery: the role and the destination are both of the app.
 *
 * The policies of an imported role, and the resource policy of an imported queue, may allow anything.
 */
export function checkedDelivery(topology: Topology, target: Target, config: EventInvokeConfig): CheckedDelivery | undefined {
  const roleTarget = functionOf(topology, config.function)?.role;
  const role = roleTarget && roleTarget.kind === 'role' ? topology.roles.get(roleTarget.resource ?? '') : undefined;
  if (!role || !roleTarget || roleTarget.kind === 'unknown' || target.resource === undefined || !(target.kind in DELIVERY_ACTIONS)) return undefined;
  // A stack that declares more than could be read may hold the policy that is missed.
  const isRead = [role.stack, config.stack].every(stack => topology.stacks.get(stack)?.unknowns.length === 0);
  return isRead ? { target: target as CheckedDelivery['target'], functionName: (config.function as FunctionTarget).name, role, roleTarget } : undefined;
}

/**
 * What the role may do at the destination, for each action that the delivery needs.
 *
 * @param counts which statements are there
 */
export function verdicts(
  topology: Topology, delivery: CheckedDelivery, counts?: (statement: Statement) => boolean,
): Array<[action: string, verdict: Verdict]> {
  const place = placeOf(delivery);
  return DELIVERY_ACTIONS[place.kind].map(action => [action, deliveryPermits(topology, delivery, action, place, { counts })]);
}

/** Whether the policy of the destination lets the role in, or may do so. */
export function isAllowedByDestination(topology: Topology, delivery: CheckedDelivery): boolean {
  const place = placeOf(delivery);
  return DELIVERY_ACTIONS[place.kind].every(action => !isRefused(destinationPermits(topology, delivery, action, place)));
}

function placeOf({ target }: CheckedDelivery): DeliveryPlace {
  const { kind, resource } = target;
  return { kind, resource, arn: arnOf(target) };
}
