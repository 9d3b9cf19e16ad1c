import { DEAD_LETTER_QUEUE_IN_OTHER_REGION } from '../../constraints/aws-lambda/dead-letter-queue';
import { deadLetterPlaces } from '../dead-letter-places';
import type { Check } from '../finding';
import { named } from '../names';
import { elsewhere } from '../target-kinds';

/** For certain when both Regions, or both partitions, are fixed and differ. */
export const deadLetterQueueInOtherRegion: Check = {
  rule: DEAD_LETTER_QUEUE_IN_OTHER_REGION,
  severity: 'error',
  find: ({ topology }) => deadLetterPlaces(topology, (target, node) => {
    const place = elsewhere(target, node.target);
    return place && `${named(topology, target)} in ${place}`;
  }),
};
