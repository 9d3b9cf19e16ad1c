import { CALLER_WITHOUT_DEAD_LETTER_QUEUE } from '../../constraints/aws-lambda/caller-dead-letter-queue';
import type { Target, Topology, Delivery } from '../../topology';
import { certainCallers } from '../caller-dead-letter-places';
import type { Check, Place } from '../finding';
import { named, nameOf } from '../names';

/**
 * For certain when a rule target, schedule or subscription of the app, which is switched on, has no dead-letter queue,
 * and the failure destination of exactly the qualifier that it invokes, or the dead-letter queue of the function, is known.
 */
export const callerWithoutDeadLetterQueue: Check = {
  rule: CALLER_WITHOUT_DEAD_LETTER_QUEUE,
  severity: 'warning',
  find: ({ topology }) => certainCallers(topology).flatMap((caller): Place[] => {
    const { origin, deadLetterProperty, deadLetterQueue, to } = caller;
    const kept = deadLetterQueue === undefined ? keptIn(topology, caller) : undefined;
    return kept && to.kind === 'function'
      ? [{ origin, property: deadLetterProperty, value: `nothing for ${nameOf(topology, origin.key)}, while ${named(topology, to)} keeps its failed events in ${named(topology, kept)}` }]
      : [];
  }),
};

/** The place in which the invoked function certainly keeps its failed events. */
function keptIn({ qualifiedFunctions }: Topology, { to }: Delivery): Target | undefined {
  const invoked = to.kind === 'function' ? qualifiedFunctions.get(to.key) : undefined;
  return [invoked?.onFailure, invoked?.deadLetterQueue].find((target): target is Target => target !== undefined && target.kind !== 'unknown');
}
