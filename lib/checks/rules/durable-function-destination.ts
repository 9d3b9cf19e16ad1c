import { DURABLE_FUNCTION_DESTINATION } from '../../constraints/aws-lambda/destination';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';
import { isDurable } from '../functions';

/** For certain when the function is of the app and has a durable config. */
export const durableFunctionDestination: Check = {
  rule: DURABLE_FUNCTION_DESTINATION,
  severity: 'error',
  find: context => destinationPlaces(context, (_, { function: fn }) => isDurable(context.topology, fn)),
};
