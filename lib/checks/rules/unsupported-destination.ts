import { DESTINATION_SERVICES, UNSUPPORTED_DESTINATION } from '../../constraints/aws-lambda/destination';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';
import { isNoneOf } from '../target-kinds';

const SERVICES = Object.values(DESTINATION_SERVICES);

/** For certain when the ARN is of another service, or written out and of another form. */
export const unsupportedDestination: Check = {
  rule: UNSUPPORTED_DESTINATION,
  severity: 'error',
  find: topology => destinationPlaces(topology, target => isNoneOf(target, SERVICES)),
};
