import { DESTINATION_KEY_PERMISSION_MISSING, KEY_ACTIONS } from '../../constraints/aws-lambda/destination';
import { arnOf, keyPermits, storeOf } from '../../topology';
import { checkedDelivery } from '../deliveries';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';
import { named, nameOf } from '../names';
import { refusal } from '../refusal';

/**
 * For certain when role, destination and its key are of the app, and neither the policies of the
 * role, where the key leaves it to them, nor the policy of the key may allow an action, or one denies it.
 */
export const destinationKeyPermissionMissing: Check = {
  rule: DESTINATION_KEY_PERMISSION_MISSING,
  severity: 'error',
  find: context => destinationPlaces(context, (target, config) => {
    const { topology } = context;
    const encryption = storeOf(topology, target.resource)?.encryptionKey;
    const key = encryption && encryption.kind === 'key' ? topology.keys.get(encryption.resource ?? '') : undefined;
    const delivery = key && checkedDelivery(topology, target, config);
    if (!key || !delivery || !encryption || encryption.kind === 'unknown' || !isEncrypted(target.kind)) {
      return undefined;
    }
    const arn = arnOf(encryption);
    const refused = refusal(KEY_ACTIONS[target.kind].map(action => [action, keyPermits(key, delivery.role, delivery.roleTarget, action, arn)]));
    return refused && `${named(topology, target)} with ${nameOf(topology, key.key)}, for which ${nameOf(topology, delivery.role.key)} ${refused}`;
  }),
};

function isEncrypted(kind: string): kind is keyof typeof KEY_ACTIONS {
  return kind in KEY_ACTIONS;
}
