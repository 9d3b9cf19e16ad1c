import type { Place } from './finding';
import { named } from './names';
import { destinationProperty, type EventInvokeConfig, type Side, type Target, type Topology } from '../topology';

/** What a rule says of a destination: that it breaks it, if need be with what was found. */
export type Judgement = (target: Target, config: EventInvokeConfig, side: Side) => boolean | string | undefined;

/** A destination that is known. */
interface Destination {
  readonly config: EventInvokeConfig;
  readonly side: Side;
  readonly target: Target;
}

/** The destinations that break a rule, of all configs. Unknown ones are passed over. */
export function destinationPlaces(topology: Topology, judge: Judgement): Place[] {
  return destinations(topology).flatMap(({ config, side, target }) => {
    const found = judge(target, config, side);
    return found ? { origin: config, property: destinationProperty(config, side), value: found === true ? named(topology, target) : found } : [];
  });
}

const DESTINATIONS = new WeakMap<Topology, readonly Destination[]>();

/** Listed once for a topology, because many rules judge them. */
function destinations(topology: Topology): readonly Destination[] {
  const found = DESTINATIONS.get(topology) ?? topology.configs.flatMap(config => [...on('onFailure', config), ...on('onSuccess', config)]);
  DESTINATIONS.set(topology, found);
  return found;
}

function on(side: Side, config: EventInvokeConfig): Destination[] {
  const target = config[side];
  return target && target.kind !== 'unknown' ? [{ config, side, target }] : [];
}
