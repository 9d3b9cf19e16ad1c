import { SELF_DESTINATION } from '../../constraints/aws-lambda/destination';
import { refusedPlaces } from '../destination-places';
import type { Check } from '../finding';

/** For certain when both refer to the same resource, or have the same name, account and Region. */
export const selfDestination: Check = {
  rule: SELF_DESTINATION,
  severity: 'error',
  find: context => refusedPlaces(context, SELF_DESTINATION),
};
