import { arnOf, rootOf } from './key-permits';
import { permits, policyPermits, type Verdict } from './permits';
import type { Statement } from './statement';
import type { DestinationKind } from '../../constraints/aws-lambda/destination';
import type { Target } from '../targets/target';
import type { RoleNode, StoreNode, Topology } from '../topology';
import { concatenated, known, literal, type Text } from '../values/value';

/** Who delivers: the role that functions run with. */
export interface Deliverer {
  readonly role: RoleNode;
  readonly roleTarget: Target;
}

/** Where a delivery goes. */
export interface DeliveryPlace {
  readonly kind: DestinationKind;
  readonly arn: Text;

  /** The key of the resource; absent when it is of another app. */
  readonly resource?: string;
}

/** How to read the statements of a policy. */
export interface StatementReading {
  /** @default - as the template has them */
  readonly spelledOut?: (statement: Statement) => Statement;

  /** Which statements of the role are there. @default - all */
  readonly counts?: (statement: Statement) => boolean;
}

/** Whether a role may do what a delivery needs: by its own policies, else by that of the destination. */
export function deliveryPermits(
  topology: Topology, deliverer: Deliverer, action: string, place: DeliveryPlace, reading: StatementReading = {},
): Verdict {
  const own = permits(deliverer.role, action, objectOf(action, place.arn), reading.counts);
  return own === 'missing' ? destinationPermits(topology, deliverer.roleTarget, action, place, reading) : own;
}

/** Whether the policy of a destination lets a role in; what another app declares may let anybody in. */
export function destinationPermits(
  topology: Topology, roleTarget: Target, action: string, place: DeliveryPlace, { spelledOut }: StatementReading = {},
): Verdict {
  const { kind, arn, resource } = place;
  if (kind === 'function') return resource === undefined || mayBeInvoked(topology, resource) ? 'unknown' : 'missing';
  const store = storeOf(topology, resource);
  if (!store) return 'unknown';
  const policy = spelledOut ? store.policy.map(spelledOut) : store.policy;
  return policyPermits(policy, action, objectOf(action, arn), [arnOf(roleTarget), rootOf(roleTarget), roleTarget.account]);
}

/** The queue, topic, bus or bucket of that key. */
export function storeOf({ queues, topics, buses, buckets }: Topology, key: string = ''): StoreNode | undefined {
  return queues.get(key) ?? topics.get(key) ?? buses.get(key) ?? buckets.get(key);
}

/** Whether it is certain that an action will be refused. */
export function isRefused(verdict: Verdict): boolean {
  return verdict === 'missing' || verdict === 'denied';
}

/** An object stands for all that Lambda would write. */
function objectOf(action: string, arn: Text): Text {
  return action === 's3:PutObject' ? concatenated([arn, literal('/aws/lambda/async/record')]) : arn;
}

/** Whether a permission on the function may be for a role: only those for services are certainly not. */
function mayBeInvoked(topology: Topology, fn: string): boolean {
  return topology.permissions.some(({ function: target, principal }) =>
    (target.kind === 'unknown' || target.resource === fn) && known(principal)?.endsWith('.amazonaws.com') !== true);
}
