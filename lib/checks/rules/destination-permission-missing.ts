import { DELIVERY_GRANTS, DESTINATION_PERMISSION_MISSING } from '../../constraints/aws-lambda/destination';
import { checkedDelivery, verdicts } from '../deliveries';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';
import { named, nameOf } from '../names';
import { refusal, remedyFor } from '../refusal';

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
  find: context => destinationPlaces(context, (target, config) => {
    const { topology } = context;
    const delivery = checkedDelivery(topology, target, config);
    const refused = delivery && refusal(verdicts(topology, delivery));
    return refused && {
      value: `${named(topology, target)}, for which ${nameOf(topology, delivery.role.key)} ${refused}`,
      remedy: remedyFor(delivery.role, role => verdicts(topology, { ...delivery, role }), DELIVERY_GRANTS[delivery.target.kind]),
    };
  }),
};
