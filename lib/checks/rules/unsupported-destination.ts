import { DESTINATION_WITHOUT_ARN, UNSUPPORTED_DESTINATION } from '../../constraints/aws-lambda/destination';
import { destinationProperty, type Topology } from '../../topology';
import { refusedPlaces } from '../destination-places';
import type { Check, Place } from '../finding';
import { writtenWithoutArn } from '../without-arn';

/**
 * For certain when the ARN is of another service, or is known and has another form; or when the value is
 * the name or URL of a resource of the app, or a text that does not begin with `arn:`.
 */
export const unsupportedDestination: Check = {
  rule: UNSUPPORTED_DESTINATION,
  others: [DESTINATION_WITHOUT_ARN],
  severity: 'error',
  find: context => [...refusedPlaces(context, UNSUPPORTED_DESTINATION), ...placesWithoutArn(context.topology)],
};

function placesWithoutArn(topology: Topology): Place[] {
  return topology.configs.flatMap(config => (['onFailure', 'onSuccess'] as const).flatMap(side => {
    const value = writtenWithoutArn(topology, config[side]);
    return value === undefined ? [] : [{ origin: config, property: destinationProperty(config, side), value, rule: DESTINATION_WITHOUT_ARN }];
  }));
}
