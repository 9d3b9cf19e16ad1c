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
  const found: Destination[] = [];
  for (const config of topology.configs) {
    for (const side of SIDES) {
      const target = config[side];
      if (target && target.kind !== 'unknown') {
        const broken = brokenRules(knownDestination(target, config.function), side, knownSender(topology, config.function));
        found.push({ config, side, target, broken });
      }
    }
  }
  return found;
}

const SIDES: readonly Side[] = ['onFailure', 'onSuccess'];
