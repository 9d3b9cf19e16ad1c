import type { Place } from './finding';
import { named } from './names';
import { destinationProperty, type EventInvokeConfig, type Side, type Target, type Topology } from '../topology';

/** What a rule says of a destination: that it breaks it, if need be with what was found. */
export type Judgement = (target: Target, config: EventInvokeConfig, side: Side) => boolean | string | undefined;

/** The destinations that break a rule, of all configs. Unknown ones are passed over. */
export function* destinationPlaces(topology: Topology, judge: Judgement): Iterable<Place> {
  for (const config of topology.configs) {
    for (const side of ['onFailure', 'onSuccess'] as const) {
      const target = config[side];
      const found = target && target.kind !== 'unknown' && judge(target, config, side);
      if (target && target.kind !== 'unknown' && found) {
        yield { origin: config, property: destinationProperty(config, side), value: found === true ? named(topology, target) : found };
      }
    }
  }
}
