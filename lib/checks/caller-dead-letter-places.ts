import type { Found } from './destination-places';
import type { Place } from './finding';
import { isSwitchedOn } from './invocations';
import { named } from './names';
import type { Rule } from '../constraints/rule';
import type { Delivery, Target, Topology } from '../topology';

/** A caller of a function that has a dead-letter queue. */
export type Caller = Delivery & { readonly deadLetterProperty: string };

/** Tells whether the dead-letter queue of a caller breaks a rule: `true`, or a description of what was found. */
export type CallerJudgement = (queue: Target, caller: Caller) => boolean | string | (Found & { readonly rule?: Rule }) | undefined;

/** The callers of functions that can have a dead-letter queue and certainly call. */
export function certainCallers({ invocations }: Topology): Caller[] {
  return invocations.filter((caller): caller is Caller =>
    caller.deadLetterProperty !== undefined && caller.origin.condition === undefined && isSwitchedOn(caller));
}

/** The dead-letter queues of callers that break a rule. Unknown ones are left out. */
export function callerDeadLetterPlaces(topology: Topology, judge: CallerJudgement): Place[] {
  return certainCallers(topology).flatMap(caller => {
    const queue = caller.deadLetterQueue;
    const found = queue && queue.kind !== 'unknown' && judge(queue, caller);
    if (!queue || queue.kind === 'unknown' || !found) {
      return [];
    }
    const { value, remedy, rule } = typeof found === 'object' ? found : { value: found === true ? named(topology, queue) : found };
    return [{ origin: caller.origin, property: caller.deadLetterProperty, value, ...remedy && { remedy }, ...rule && { rule } }];
  });
}
