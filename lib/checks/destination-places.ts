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
  return placesAt(topology, destinations, judge);
}

/**
 * The destinations that Lambda refuses for a rule, of all configs.
 *
 * @param described the description of a destination; the default is its name
 */
export function refusedPlaces({ topology, refused }: CheckContext, rule: Rule, described: Judgement = () => true): Place[] {
  return placesAt(topology, refused.filter(({ broken }) => broken.includes(rule)), described);
}

function placesAt(topology: Topology, destinations: readonly Destination[], judge: Judgement): Place[] {
  const places: Place[] = [];
  for (const { config, side, target } of destinations) {
    const found = judge(target, config, side);
    if (found) {
      const { value, remedy } = typeof found === 'object' ? found : { value: found === true ? named(topology, target) : found, remedy: undefined };
      places.push({ origin: config, property: destinationProperty(config, side), value, remedy });
    }
  }
  return places;
}
