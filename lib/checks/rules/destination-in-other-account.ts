import { DESTINATION_IN_OTHER_ACCOUNT, POLICY_OF_THE_APP } from '../../constraints/aws-lambda/destination';
import { known } from '../../topology';
import { checkedDelivery, isAllowedByDestination } from '../deliveries';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';
import { named } from '../names';
import { differ } from '../target-kinds';

/**
 * For certain when both accounts are fixed and differ. A destination of the app is reported only
 * if its policy certainly does not allow the role. The policies of other destinations are unknown.
 */
export const destinationInOtherAccount: Check = {
  rule: DESTINATION_IN_OTHER_ACCOUNT,
  severity: 'warning',
  find: context => destinationPlaces(context, (target, config) => {
    const { topology } = context;
    if (config.function.kind === 'unknown' || !known(target.account) || !differ(target.account, config.function.account)) {
      return undefined;
    }
    if (target.resource !== undefined) {
      const delivery = checkedDelivery(topology, target, config);
      if (!delivery || isAllowedByDestination(topology, delivery)) {
        return undefined;
      }
    }
    return {
      value: `${named(topology, target)} in ${known(target.account)}`,
      remedy: target.resource === undefined ? undefined : POLICY_OF_THE_APP,
    };
  }),
};
