import { RECORD_TOO_LARGE_FOR_QUEUE, SMALL_QUEUE_ON_SUCCESS } from '../../constraints/aws-lambda/destination';
import { EVENT_PAYLOAD } from '../../constraints/aws-lambda/invoke';
import { known } from '../../topology';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';
import { named } from '../names';

/** For certain when the queue is of the app, and its maximum message size is less than the size of an event. */
export const recordTooLargeForQueue: Check = {
  rule: RECORD_TOO_LARGE_FOR_QUEUE,
  severity: 'warning',
  find: context => destinationPlaces(context, (target, _config, side) => {
    const { topology } = context;
    const size = known(topology.queues.get(target.resource ?? '')?.maximumMessageSize);
    return size !== undefined && size < EVENT_PAYLOAD.max && {
      value: `${named(topology, target)}, which takes ${size} bytes`,
      remedy: side === 'onSuccess' ? SMALL_QUEUE_ON_SUCCESS : undefined,
    };
  }),
};
