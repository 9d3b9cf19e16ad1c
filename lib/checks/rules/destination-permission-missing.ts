import { DELIVERY_GRANTS, DESTINATION_PERMISSION_MISSING } from '../../constraints/aws-lambda/destination';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';
import { refusedDelivery } from '../refused-deliveries';

/**
 * For certain when role and destination are of the app, every policy of the role can be read,
 * none of them, nor the policy of the destination, may allow the action, or one denies it, or a
 * permissions boundary of the app does not allow it.
 *
 * Conditions, policies of AWS and unknown values may allow it.
 */
export const destinationPermissionMissing: Check = {
  rule: DESTINATION_PERMISSION_MISSING,
  severity: 'error',
  find: context => destinationPlaces(context, (target, config) =>
    refusedDelivery(context.topology, target, config, delivery => DELIVERY_GRANTS[delivery.target.kind])),
};
