import { DURABLE_FUNCTION_DESTINATION } from '../../constraints/aws-lambda/destination';
import { refusedPlaces } from '../destination-places';
import type { Check } from '../finding';

/** For certain when the function is of the app and has a durable config. */
export const durableFunctionDestination: Check = {
  rule: DURABLE_FUNCTION_DESTINATION,
  severity: 'error',
  find: context => refusedPlaces(context, DURABLE_FUNCTION_DESTINATION),
};
