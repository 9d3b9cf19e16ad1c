import { checkedDelivery, checkedRole, verdicts, type CheckedDelivery, type Sender } from './deliveries';
import { named, nameOf } from './names';
import { refusal, remedyFor, type Verdicts } from './refusal';
import { differ } from './target-kinds';
import { KEY_ACTIONS, KEY_OF_OTHER_ACCOUNT } from '../constraints/aws-lambda/destination';
import type { Remedy } from '../constraints/rule';
import { arnOf, keyPermits, storeOf, type RoleNode, type Target, type Topology, type Unknown } from '../topology';

/** What a role may not do, with the remedy for the case. */
export interface Refused {
  readonly value: string;
  readonly remedy?: Remedy;
}

/**
 * What the execution role of a function certainly may not do to deliver to a target.
 *
 * @param grant the remedy if a grant is all that is missing
 */
export function refusedDelivery(
  topology: Topology, target: Target, sender: Sender, grant: (delivery: CheckedDelivery) => Remedy | undefined,
): Refused | undefined {
  const delivery = checkedDelivery(topology, target, sender);
  return delivery && refusedAction(topology, delivery, grant(delivery));
}

/**
 * What the execution role of a function certainly may not do with the key of a target.
 *
 * @param foreign the remedy for a key of another account
 */
export function refusedKey(topology: Topology, target: Target, sender: Sender, foreign: Remedy): Refused | undefined {
  const delivery = storeOf(topology, target.resource)?.encryptionKey ? checkedDelivery(topology, target, sender) : undefined;
  return delivery && refusedActionOnKey(topology, delivery, foreign, undefined);
}

/**
 * What the role of a schedule certainly may not do to send to a queue, or with its key.
 *
 * @param remedies what to do if a grant is all that is missing
 */
export function refusedByRole(
  topology: Topology, target: Target, role: Target | Unknown | undefined, { grant, key }: { readonly grant: Remedy; readonly key: Remedy },
): Refused | undefined {
  const delivery = role && checkedRole(topology, target, role);
  return delivery && (refusedAction(topology, delivery, grant) ?? refusedActionOnKey(topology, delivery, KEY_OF_OTHER_ACCOUNT, key));
}

function refusedAction(topology: Topology, delivery: CheckedDelivery, grant: Remedy | undefined): Refused | undefined {
  const refused = refusal(verdicts(topology, delivery));
  return refused === undefined ? undefined : {
    value: `${named(topology, delivery.target)}, for which ${nameOf(topology, delivery.role.key)} ${refused}`,
    remedy: remedyFor(delivery.role, role => verdicts(topology, { ...delivery, role }), grant),
  };
}

function refusedActionOnKey(
  topology: Topology, { target, role, roleTarget }: CheckedDelivery, foreign: Remedy, grant: Remedy | undefined,
): Refused | undefined {
  const key = storeOf(topology, target.resource)?.encryptionKey;
  if (key?.kind !== 'key' || !isEncrypted(target.kind)) {
    return undefined;
  }
  const place = { arn: arnOf(key), account: key.account, policy: topology.keys.get(key.resource ?? '')?.policy };
  const actions = KEY_ACTIONS[target.kind];
  const judge = (judged: RoleNode): Verdicts => actions.map(action => [action, keyPermits(place, judged, roleTarget, action)]);
  const refused = refusal(judge(role));
  return refused === undefined ? undefined : {
    value: `${named(topology, target)} with ${named(topology, key)}, for which ${nameOf(topology, role.key)} ${refused}`,
    remedy: remedyFor(role, judge, differ(key.account, roleTarget.account) ? foreign : grant),
  };
}

function isEncrypted(kind: string): kind is keyof typeof KEY_ACTIONS {
  return kind in KEY_ACTIONS;
}
