import { roleWithFixedNames, statementWithFixedNames, withFixedNames } from './fixed-names';
import { arnOf, rootOf } from './key-permits';
import { admitsInvoke } from './permission-conditions';
import { addresses, permits, policyPermits, type Counts, type Verdict } from './permits';
import type { Statement } from './statement';
import type { DestinationKind } from '../../constraints/aws-lambda/destination';
import type { RoleNode } from '../nodes/role';
import type { StoreNode } from '../nodes/store';
import type { Target } from '../targets/target';
import type { Topology } from '../topology';
import { concatenated, known, literal, textOf, type Text } from '../values/value';

/** The function that delivers, and its role. */
export interface Deliverer {
  readonly functionName: Text;
  readonly role: RoleNode;
  readonly roleTarget: Target;
}

/** The destination of a delivery. */
export interface DeliveryPlace {
  readonly kind: DestinationKind;
  readonly arn: Text;

  /** The key of the resource; absent for a resource of another app. */
  readonly resource?: string;
}

/** The reading of policy statements. */
export interface StatementReading {
  /** @default - as the template has them */
  readonly spelledOut?: (statement: Statement) => Statement;

  /** Tells which statements count. @default - all */
  readonly counts?: Counts;
}

/** Whether a role may deliver: its own policies or that of the destination must allow it, and neither may deny it. */
export function deliveryPermits(
  topology: Topology, deliverer: Deliverer, action: string, place: DeliveryPlace, reading: StatementReading = {},
): Verdict {
  return decided(byBoth, topology, deliverer, action, place, reading);
}

/** Whether the policy of a destination allows a role; unknown for a destination of another app. */
export function destinationPermits(
  topology: Topology, deliverer: Deliverer, action: string, place: DeliveryPlace, reading: StatementReading = {},
): Verdict {
  return decided(byDestination, topology, deliverer, action, place, reading);
}

type Judge = (topology: Topology, deliverer: Deliverer, action: string, place: DeliveryPlace, reading: StatementReading) => Verdict;

/** Judges with references first, and again with fixed names if the verdict is unknown, which is rare. */
function decided(judge: Judge, topology: Topology, deliverer: Deliverer, action: string, place: DeliveryPlace, reading: StatementReading): Verdict {
  const verdict = judge(topology, deliverer, action, place, reading);
  if (verdict !== 'unknown') {
    return verdict;
  }
  const spelledOut = (statement: Statement) => statementWithFixedNames(topology, reading.spelledOut?.(statement) ?? statement);
  const named = { ...place, arn: withFixedNames(topology, place.arn) };
  return judge(topology, delivererWithFixedNames(topology, deliverer), action, named, { ...reading, spelledOut });
}

function byBoth(topology: Topology, deliverer: Deliverer, action: string, place: DeliveryPlace, reading: StatementReading): Verdict {
  const own = permits(deliverer.role, action, objectOf(action, place, deliverer), reading.counts);
  // The policy of a function cannot deny.
  if (own === 'denied' || (own !== 'missing' && place.kind === 'function')) {
    return own;
  }
  const role = [arnOf(deliverer.roleTarget)];
  // A statement for the whole account only lets the policies of its roles decide.
  const counts = (statement: Statement) =>
    (known(statement.effect) !== 'Allow' || addresses(statement, role) !== false) && (reading.counts?.(statement) ?? true);
  const theirs = byDestination(topology, deliverer, action, place, { ...reading, counts });
  return own === 'missing' || theirs === 'denied' ? theirs : own;
}

function byDestination(
  topology: Topology, deliverer: Deliverer, action: string, place: DeliveryPlace, { spelledOut, counts }: StatementReading,
): Verdict {
  const { kind, resource } = place;
  const { roleTarget } = deliverer;
  if (kind === 'function') {
    return resource === undefined || mayBeInvoked(topology, resource) ? 'unknown' : 'missing';
  }
  const store = storeOf(topology, resource);
  if (!store) {
    return 'unknown';
  }
  // Few destinations have a policy.
  if (store.policy.length === 0) {
    return 'missing';
  }
  const policy = spelledOut ? store.policy.map(spelledOut) : store.policy;
  return policyPermits(policy, action, objectOf(action, place, deliverer), [arnOf(roleTarget), rootOf(roleTarget), roleTarget.account], counts);
}

function delivererWithFixedNames(topology: Topology, { functionName, role, roleTarget }: Deliverer): Deliverer {
  return {
    functionName: withFixedNames(topology, functionName),
    role: roleWithFixedNames(topology, role),
    roleTarget: { ...roleTarget, name: withFixedNames(topology, roleTarget.name) },
  };
}

/** The queue, topic, bus or bucket with that key. */
export function storeOf({ queues, topics, buses, buckets }: Topology, key: string = ''): StoreNode | undefined {
  return queues.get(key) ?? topics.get(key) ?? buses.get(key) ?? buckets.get(key);
}

/** Whether it is certain that an action will be refused. */
export function isRefused(verdict: Verdict): boolean {
  return verdict === 'missing' || verdict === 'denied';
}

/** An object as Lambda writes it: its key begins with the name of the function. */
function objectOf(action: string, { arn }: DeliveryPlace, { functionName }: Deliverer): Text {
  return action === 's3:PutObject' ? concatenated([arn, literal('/aws/lambda/async/'), functionName, literal('/'), RECORD]) : arn;
}

/** The rest of the key, which only a record determines. */
const RECORD = textOf([{ kind: 'pseudo', name: 'record', stack: '' }]);

/** Whether a permission on the function may be for a role. Permissions for services are not. */
function mayBeInvoked(topology: Topology, fn: string): boolean {
  return topology.permissions.some(permission => {
    const { function: target, principal } = permission;
    return (target.kind === 'unknown' || target.resource === fn) && admitsInvoke(permission) !== false && known(principal)?.endsWith('.amazonaws.com') !== true;
  });
}
