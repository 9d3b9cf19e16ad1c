import type { Place } from './finding';
import { rendered, type EventInvokeConfig, type Target, type Topology } from '../topology';

/** The sides of a config that have a destination, with the property that names it. */
const SIDES = [
  ['onFailure', 'DestinationConfig.OnFailure.Destination'],
  ['onSuccess', 'DestinationConfig.OnSuccess.Destination'],
] as const;

/** The destinations that break a rule, of all configs. Unknown ones are passed over. */
export function* destinationPlaces(
  topology: Topology,
  breaks: (target: Target, config: EventInvokeConfig, side: 'onSuccess' | 'onFailure') => boolean,
): Iterable<Place> {
  for (const config of topology.configs) {
    for (const [side, property] of SIDES) {
      const target = config[side];
      if (target && target.kind !== 'unknown' && breaks(target, config, side)) {
        yield { origin: config, property, value: named(topology, target) };
      }
    }
  }
}

/** What people call a target: the construct path where there is one. */
export function named(topology: Topology, target: Target): string {
  const path = target.resource && topology.resources.get(target.resource)?.path;
  return path ? path.replace(/\/Resource$/, '') : rendered(target.arn);
}
