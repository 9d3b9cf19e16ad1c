import { functionOf } from './functions';
import { DELIVERY_ACTIONS, type DestinationKind } from '../constraints/aws-lambda/destination';
import {
  arnOf, concatenated, known, literal, permits, policyPermits,
  type EventInvokeConfig, type RoleNode, type Statement, type Target, type Text, type Topology, type Verdict,
} from '../topology';

/** A destination of the app with everything that decides whether a function may deliver to it. */
export interface CheckedDelivery {
  readonly target: Target & { readonly kind: DestinationKind };
  readonly role: RoleNode;
  readonly roleTarget: Target;
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
  return isRead ? { target: target as CheckedDelivery['target'], role, roleTarget } : undefined;
}

/**
 * What the role may do at the destination, for each action that the delivery needs.
 *
 * @param counts which statements of the role are there
 */
export function verdicts(
  topology: Topology, delivery: CheckedDelivery, counts?: (statement: Statement) => boolean,
): Array<[action: string, verdict: Verdict]> {
  const { target, role } = delivery;
  return DELIVERY_ACTIONS[target.kind].map(action => {
    const resource = resourceOf(action, target);
    const own = permits(role, action, resource, counts);
    return [action, own === 'missing' ? byResourcePolicy(topology, delivery, action, resource) : own];
  });
}

/** Whether it is certain that an action will be refused. */
export function isRefused(verdict: Verdict): boolean {
  return verdict === 'missing' || verdict === 'denied';
}

/** An object stands for all that Lambda would write. */
function resourceOf(action: string, target: Target): Text {
  const arn = arnOf(target);
  return action === 's3:PutObject' ? concatenated([arn, literal('/aws/lambda/async/record')]) : arn;
}

function byResourcePolicy(topology: Topology, { target, roleTarget }: CheckedDelivery, action: string, resource: Text): Verdict {
  if (target.kind === 'function') return mayInvoke(topology, target) ? 'unknown' : 'missing';
  const { partition, account } = roleTarget;
  const root = concatenated([literal('arn'), partition, literal('iam'), literal(''), account, literal('root')], ':');
  return policyPermits(policyOf(topology, target), action, resource, [arnOf(roleTarget), root, account]);
}

function policyOf({ queues, topics, buses, buckets }: Topology, { kind, resource }: CheckedDelivery['target']): readonly Statement[] {
  const stores = { queue: queues, topic: topics, bus: buses, bucket: buckets, function: undefined }[kind];
  return stores?.get(resource ?? '')?.policy ?? [];
}

/** Whether a permission on the function may be for a role: only those for services are certainly not. */
function mayInvoke(topology: Topology, { resource }: Target): boolean {
  return topology.permissions.some(({ function: fn, principal }) =>
    (fn.kind === 'unknown' || fn.resource === resource) && known(principal)?.endsWith('.amazonaws.com') !== true);
}

/** Whether the policy of the destination lets the role in, or may do so. */
export function isAllowedByDestination(topology: Topology, delivery: CheckedDelivery): boolean {
  const { target } = delivery;
  return DELIVERY_ACTIONS[target.kind].every(action => !isRefused(byResourcePolicy(topology, delivery, action, resourceOf(action, target))));
}
