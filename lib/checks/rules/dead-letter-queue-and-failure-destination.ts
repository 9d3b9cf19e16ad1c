import { DEAD_LETTER_QUEUE_AND_FAILURE_DESTINATION } from '../../constraints/aws-lambda/dead-letter-queue';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';
import { functionOf } from '../functions';
import { named } from '../names';

/**
 * For certain when the function is of the app, both places are known, and no condition may leave one of them out.
 *
 * `DurableFunctionDestination` finds destinations of durable functions.
 */
export const deadLetterQueueAndFailureDestination: Check = {
  rule: DEAD_LETTER_QUEUE_AND_FAILURE_DESTINATION,
  severity: 'warning',
  find: context => destinationPlaces(context, (target, config, side) => {
    const { topology } = context;
    const node = functionOf(topology, config.function);
    const queue = node?.deadLetterQueue;
    const both = side === 'onFailure' && config.condition === undefined && node?.durable === undefined && queue !== undefined && queue.kind !== 'unknown';
    return both && `${named(topology, target)} beside ${named(topology, queue)}`;
  }),
};
