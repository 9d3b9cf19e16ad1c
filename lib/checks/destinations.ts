import type { EventInvokeConfig, Side, Target, Topology } from '../topology';

/** A destination of a config that is known. */
export interface Destination {
  readonly config: EventInvokeConfig;
  readonly side: Side;
  readonly target: Target;
}

/** The destinations of all configs, those of failures first. Unknown ones are left out. */
export function destinationsOf({ configs }: Topology): readonly Destination[] {
  return configs.flatMap(config => [...on('onFailure', config), ...on('onSuccess', config)]);
}

function on(side: Side, config: EventInvokeConfig): Destination[] {
  const target = config[side];
  return target && target.kind !== 'unknown' ? [{ config, side, target }] : [];
}
