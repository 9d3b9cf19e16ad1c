import { statementWithFixedNames, withFixedNames } from './fixed-names';
import { arnOf, rootOf } from './key-permits';
import { permits, policyPermits, type Counts, type Verdict } from './permits';
import type { Statement } from './statement';
import type { DestinationKind } from '../../constraints/aws-lambda/destination';
import type { RoleNode } from '../nodes/role';
import type { StoreNode } from '../nodes/store';
import type { Target } from '../targets/target';
import type { Topology } from '../topology';
import { concatenated, known, literal, textOf, type Text } from '../values/value';

/** Who delivers: a function, with the role that it runs with. */
export interface Deliverer {
  readonly functionName: Text;
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

  /** Which statements are there. @default - all */
  readonly counts?: Counts;
}

/** Whether a role may do what a delivery needs: by its own policies, else by that of the destination, which may also deny it. */
export function deliveryPermits(
  topology: Topology, deliverer: Deliverer, action: string, place: DeliveryPlace, reading: StatementReading = {},
): Verdict {
  return decided(byBoth, topology, deliverer, action, place, reading);
}

/** Whether the policy of a destination lets a role in; what another app declares may let anybody in. */
export function destinationPermits(
  topology: Topology, deliverer: Deliverer, action: string, place: DeliveryPlace, reading: StatementReading = {},
): Verdict {
  return decided(byDestination, topology, deliverer, action, place, reading);
}

type Judge = (topology: Topology, deliverer: Deliverer, action: string, place: DeliveryPlace, reading: StatementReading) => Verdict;

/** Names that templates fix may decide what is open without them; nearly always, nothing is. */
function decided(judge: Judge, topology: Topology, deliverer: Deliverer, action: string, place: DeliveryPlace, reading: StatementReading): Verdict {
  const verdict = judge(topology, deliverer, action, place, reading);
  if (verdict !== 'unknown') return verdict;
  const spelledOut = (statement: Statement) => statementWithFixedNames(topology, reading.spelledOut?.(statement) ?? statement);
  const named = { ...place, arn: withFixedNames(topology, place.arn) };
  return judge(topology, delivererWithFixedNames(topology, deliverer), action, named, { ...reading, spelledOut });
}

function byBoth(topology: Topology, deliverer: Deliverer, action: string, place: DeliveryPlace, reading: StatementReading): Verdict {
  const own = permits(deliverer.role, action, objectOf(action, place, deliverer), reading.counts);
  // The policy of a function denies nothing.
  if (own === 'denied' || (own !== 'missing' && place.kind === 'function')) return own;
  const theirs = byDestination(topology, deliverer, action, place, reading);
  return own === 'missing' || theirs === 'denied' ? theirs : own;
}

function byDestination(
  topology: Topology, deliverer: Deliverer, action: string, place: DeliveryPlace, { spelledOut, counts }: StatementReading,
): Verdict {
  const { kind, resource } = place;
  const { roleTarget } = deliverer;
  if (kind === 'function') return resource === undefined || mayBeInvoked(topology, resource) ? 'unknown' : 'missing';
  const store = storeOf(topology, resource);
  if (!store) return 'unknown';
  // Nearly no destination has a policy.
  if (store.policy.length === 0) return 'missing';
  const policy = spelledOut ? store.policy.map(spelledOut) : store.policy;
  return policyPermits(policy, action, objectOf(action, place, deliverer), [arnOf(roleTarget), rootOf(roleTarget), roleTarget.account], counts);
}

function delivererWithFixedNames(topology: Topology, { functionName, role, roleTarget }: Deliverer): Deliverer {
  const named = NAMED.get(role) ?? {
    ...role,
    statements: role.statements.map(statement => statementWithFixedNames(topology, statement)),
    boundary: role.boundary?.map(statement => statementWithFixedNames(topology, statement)),
  };
  NAMED.set(role, named);
  return {
    functionName: withFixedNames(topology, functionName),
    role: named,
    roleTarget: { ...roleTarget, name: withFixedNames(topology, roleTarget.name) },
  };
}

/** Made once: many functions may share a role. */
const NAMED = new WeakMap<RoleNode, RoleNode>();

/** The queue, topic, bus or bucket of that key. */
export function storeOf({ queues, topics, buses, buckets }: Topology, key: string = ''): StoreNode | undefined {
  return queues.get(key) ?? topics.get(key) ?? buses.get(key) ?? buckets.get(key);
}

/** Whether it is certain that an action will be refused. */
export function isRefused(verdict: Verdict): boolean {
  return verdict === 'missing' || verdict === 'denied';
}

/** One object stands for all that Lambda would write: their names begin with that of the function. */
function objectOf(action: string, { arn }: DeliveryPlace, { functionName }: Deliverer): Text {
  return action === 's3:PutObject' ? concatenated([arn, literal('/aws/lambda/async/'), functionName, literal('/'), RECORD]) : arn;
}

/** What follows is known when there is a record. */
const RECORD = textOf([{ kind: 'pseudo', name: 'record', stack: '' }]);

/** Whether a permission on the function may be for a role: only those for services are certainly not. */
function mayBeInvoked(topology: Topology, fn: string): boolean {
  return topology.permissions.some(({ function: target, principal }) =>
    (target.kind === 'unknown' || target.resource === fn) && known(principal)?.endsWith('.amazonaws.com') !== true);
}
