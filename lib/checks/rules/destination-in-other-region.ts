import { DESTINATION_IN_OTHER_REGION } from '../../constraints/aws-lambda/destination';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';
import { named } from '../names';
import { elsewhere } from '../target-kinds';

/** For certain when both Regions, or both partitions, are fixed and differ. The ARN of a bucket has no Region. */
export const destinationInOtherRegion: Check = {
  rule: DESTINATION_IN_OTHER_REGION,
  severity: 'error',
  find: context => destinationPlaces(context, (target, { function: fn }) => {
    const { topology } = context;
    const place = fn.kind === 'function' ? elsewhere(target, fn) : undefined;
    return place && `${named(topology, target)} in ${place}`;
  }),
};
