import { DESTINATION_KEY_PERMISSION_MISSING, KEY_OF_OTHER_ACCOUNT } from '../../constraints/aws-lambda/destination';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';
import { refusedKey } from '../refused-deliveries';

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
  find: context => destinationPlaces(context, (target, config) => refusedKey(context.topology, target, config, KEY_OF_OTHER_ACCOUNT)),
};
