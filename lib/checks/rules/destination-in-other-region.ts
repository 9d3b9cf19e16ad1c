import { DESTINATION_IN_OTHER_REGION } from '../../constraints/aws-lambda/destination';
import { refusedPlaces } from '../destination-places';
import type { Check } from '../finding';
import { named } from '../names';
import { elsewhere } from '../target-kinds';

/** For certain when both Regions, or both partitions, are fixed and differ. The ARN of a bucket has no Region. */
export const destinationInOtherRegion: Check = {
  rule: DESTINATION_IN_OTHER_REGION,
  severity: 'error',
  find: context => refusedPlaces(context, DESTINATION_IN_OTHER_REGION, (target, { function: fn }) =>
    fn.kind === 'function' && `${named(context.topology, target)} in ${elsewhere(target, fn)}`),
};
