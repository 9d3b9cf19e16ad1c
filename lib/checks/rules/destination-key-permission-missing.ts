import { DESTINATION_KEY_PERMISSION_MISSING, KEY_ACTIONS, KEY_OF_OTHER_ACCOUNT } from '../../constraints/aws-lambda/destination';
import { arnOf, keyPermits, storeOf, type RoleNode } from '../../topology';
import { checkedDelivery } from '../deliveries';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';
import { named, nameOf } from '../names';
import { refusal, remedyFor, type Verdicts } from '../refusal';
import { differ } from '../target-kinds';

/**
 * For certain when role and destination are of the app, and neither the policies of the role, where the key
 * leaves it to them, nor the policy of the key may allow an action, or one denies it.
 *
 * The policy of a key outside the app, by ARN or alias, may let the role in. Then only a denial is certain,
 * or that the role lacks the permission for a key of another account.
 */
export const destinationKeyPermissionMissing: Check = {
  rule: DESTINATION_KEY_PERMISSION_MISSING,
  severity: 'error',
  find: context => destinationPlaces(context, (target, config) => {
    const { topology } = context;
    const key = storeOf(topology, target.resource)?.encryptionKey;
    const delivery = key?.kind === 'key' ? checkedDelivery(topology, target, config) : undefined;
    if (!delivery || key?.kind !== 'key' || !isEncrypted(target.kind)) {
      return undefined;
    }
    const { role, roleTarget } = delivery;
    const place = { arn: arnOf(key), account: key.account, policy: topology.keys.get(key.resource ?? '')?.policy };
    const actions = KEY_ACTIONS[target.kind];
    const judge = (judged: RoleNode): Verdicts => actions.map(action => [action, keyPermits(place, judged, roleTarget, action)]);
    const refused = refusal(judge(role));
    return refused && {
      value: `${named(topology, target)} with ${named(topology, key)}, for which ${nameOf(topology, role.key)} ${refused}`,
      remedy: remedyFor(role, judge, differ(key.account, roleTarget.account) ? KEY_OF_OTHER_ACCOUNT : undefined),
    };
  }),
};

function isEncrypted(kind: string): kind is keyof typeof KEY_ACTIONS {
  return kind in KEY_ACTIONS;
}
