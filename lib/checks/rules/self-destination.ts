import { SELF_DESTINATION } from '../../constraints/aws-lambda/destination';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';

/** For certain when both are spelled by the same resource, or by the same name in the same account and Region. */
export const selfDestination: Check = {
  rule: SELF_DESTINATION,
  severity: 'error',
  find: context => destinationPlaces(context, (target, { function: fn }) =>
    target.kind === 'function' && fn.kind === 'function' && target.functionKey === fn.functionKey),
};
