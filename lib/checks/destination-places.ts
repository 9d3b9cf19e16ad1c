import type { CheckContext } from './check-context';
import type { Place } from './finding';
import { named } from './names';
import { destinationProperty, type EventInvokeConfig, type Side, type Target } from '../topology';

/** Tells whether a destination breaks a rule: `true`, or a description of what was found. */
export type Judgement = (target: Target, config: EventInvokeConfig, side: Side) => boolean | string | undefined;

/** The destinations that break a rule, of all configs. Unknown ones are left out. */
export function destinationPlaces({ topology, destinations }: CheckContext, judge: Judgement): Place[] {
  return destinations.flatMap(({ config, side, target }) => {
    const found = judge(target, config, side);
    return found ? { origin: config, property: destinationProperty(config, side), value: found === true ? named(topology, target) : found } : [];
  });
}
