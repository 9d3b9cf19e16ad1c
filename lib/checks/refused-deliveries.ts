import { checkedDelivery, verdicts, type CheckedDelivery, type Sender } from './deliveries';
import { named, nameOf } from './names';
import { refusal, remedyFor, type Verdicts } from './refusal';
import { differ } from './target-kinds';
import { KEY_ACTIONS } from '../constraints/aws-lambda/destination';
import type { Remedy } from '../constraints/rule';
import { arnOf, keyPermits, storeOf, type RoleNode, type Target, type Topology } from '../topology';

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
  const refused = delivery && refusal(verdicts(topology, delivery));
  return refused === undefined ? undefined : {
    value: `${named(topology, target)}, for which ${nameOf(topology, delivery!.role.key)} ${refused}`,
    remedy: remedyFor(delivery!.role, role => verdicts(topology, { ...delivery!, role }), grant(delivery!)),
  };
}

/**
 * What the execution role of a function certainly may not do with the key of a target.
 *
 * @param foreign the remedy for a key of another account
 */
export function refusedKey(topology: Topology, target: Target, sender: Sender, foreign: Remedy): Refused | undefined {
  const key = storeOf(topology, target.resource)?.encryptionKey;
  const delivery = key?.kind === 'key' ? checkedDelivery(topology, target, sender) : undefined;
  if (!delivery || key?.kind !== 'key' || !isEncrypted(target.kind)) {
    return undefined;
  }
  const { role, roleTarget } = delivery;
  const place = { arn: arnOf(key), account: key.account, policy: topology.keys.get(key.resource ?? '')?.policy };
  const actions = KEY_ACTIONS[target.kind];
  const judge = (judged: RoleNode): Verdicts => actions.map(action => [action, keyPermits(place, judged, roleTarget, action)]);
  const refused = refusal(judge(role));
  return refused === undefined ? undefined : {
    value: `${named(topology, target)} with ${named(topology, key)}, for which ${nameOf(topology, role.key)} ${refused}`,
    remedy: remedyFor(role, judge, differ(key.account, roleTarget.account) ? foreign : undefined),
  };
}

function isEncrypted(kind: string): kind is keyof typeof KEY_ACTIONS {
  return kind in KEY_ACTIONS;
}
