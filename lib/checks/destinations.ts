import { knownDestination, knownSender } from './known-destination';
import { brokenRules } from '../constraints/aws-lambda/destination-admission';
import type { Rule } from '../constraints/rule';
import type { EventInvokeConfig, Side, Target, Topology } from '../topology';

/** A destination of a config that is known. */
export interface Destination {
  readonly config: EventInvokeConfig;
  readonly side: Side;
  readonly target: Target;

  /** The rules for which Lambda certainly refuses it. */
  readonly broken: readonly Rule[];
}

/** The destinations of all configs, those of failures first. Unknown ones are left out. */
export function destinationsOf(topology: Topology): readonly Destination[] {
  return topology.configs.flatMap(config => [...on('onFailure', config, topology), ...on('onSuccess', config, topology)]);
}

function on(side: Side, config: EventInvokeConfig, topology: Topology): Destination[] {
  const target = config[side];
  if (!target || target.kind === 'unknown') {
    return [];
  }
  const broken = brokenRules(knownDestination(target, config.function), side, knownSender(topology, config.function));
  return [{ config, side, target, broken }];
}
