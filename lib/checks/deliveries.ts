import { functionOf } from './functions';
import { DELIVERY_ACTIONS, type DestinationKind } from '../constraints/aws-lambda/destination';
import {
  arnOf, deliveryPermits, destinationPermits, isRefused, literal,
  type Deliverer, type DeliveryPlace, type FunctionNode, type FunctionTarget, type Statement, type Target, type Text, type Topology, type Unknown,
  type Verdict,
} from '../topology';

/** A destination of the app, and the role that delivers to it. */
export interface CheckedDelivery extends Deliverer {
  readonly target: Target & { readonly kind: DestinationKind };
}

/** The function that delivers, and the stack that says where to: that of a config, or of the function itself. */
export interface Sender {
  readonly function: FunctionTarget | Unknown;
  readonly stack: string;
}

/** A function as the sender to its dead-letter queue. */
export function senderOf({ target, stack }: FunctionNode): Sender {
  return { function: target, stack };
}

/**
 * The delivery to a destination or dead-letter queue, if its permissions are known: role and target are both in the app.
 *
 * An imported role or an imported queue may have any policy.
 */
export function checkedDelivery(topology: Topology, target: Target, sender: Sender): CheckedDelivery | undefined {
  const role = functionOf(topology, sender.function)?.role;
  // A part of a stack that could not be read may have the missing policy.
  const isRead = topology.stacks.get(sender.stack)?.unknowns.length === 0;
  return role && isRead ? checkedRole(topology, target, role, (sender.function as FunctionTarget).name) : undefined;
}

/** The same for any role. */
export function checkedRole(topology: Topology, target: Target, roleTarget: Target | Unknown, functionName: Text = literal('')): CheckedDelivery | undefined {
  const role = roleTarget.kind === 'role' ? topology.roles.get(roleTarget.resource ?? '') : undefined;
  const isRead = role && topology.stacks.get(role.stack)?.unknowns.length === 0;
  return isRead && roleTarget.kind === 'role' && target.resource !== undefined && target.kind in DELIVERY_ACTIONS
    ? { target: target as CheckedDelivery['target'], functionName, role, roleTarget }
    : undefined;
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
