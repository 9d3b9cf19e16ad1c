import type { CheckContext } from './check-context';
import type { Destination } from './destinations';
import type { Place } from './finding';
import { named } from './names';
import type { Rule } from '../constraints/rule';
import { destinationProperty, type EventInvokeConfig, type Side, type Target, type Topology } from '../topology';

/** What was found, with the remedy for the case. */
export type Found = Pick<Place, 'value' | 'remedy'>;

/** Tells whether a destination breaks a rule: `true`, or a description of what was found. */
export type Judgement = (target: Target, config: EventInvokeConfig, side: Side) => boolean | string | Found | undefined;

/** The destinations that break a rule, of all configs. Unknown ones are left out. */
export function destinationPlaces({ topology, destinations }: CheckContext, judge: Judgement): Place[] {
  return destinations.flatMap(destination => place(topology, destination, judge(destination.target, destination.config, destination.side)));
}

/**
 * The destinations that Lambda refuses for a rule, of all configs.
 *
 * @param described the description of a destination; the default is its name
 */
export function refusedPlaces({ topology, destinations }: CheckContext, rule: Rule, described: Judgement = () => true): Place[] {
  return destinations
    .filter(({ broken }) => broken.includes(rule))
    .flatMap(destination => place(topology, destination, described(destination.target, destination.config, destination.side)));
}

function place(topology: Topology, { config, side, target }: Destination, found: ReturnType<Judgement>): Place[] {
  if (!found) {
    return [];
  }
  const { value, remedy } = typeof found === 'object' ? found : { value: found === true ? named(topology, target) : found, remedy: undefined };
  return [{ origin: config, property: destinationProperty(config, side), value, remedy }];
}
