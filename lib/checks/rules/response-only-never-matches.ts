import { RESPONSE_ONLY_NEVER_MATCHES } from '../../constraints/aws-lambda/destination';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import {
  arnOf, destinationProperty, known, literal, rendered, type Delivery, type EventInvokeConfig, type FunctionNode, type Side, type Target,
} from '../../topology';
import { sideOf } from '../bus-events';
import type { Check } from '../finding';
import type { KnownConfigs } from '../known-configs';
import { named, nameOf } from '../names';
import { placeKey } from '../triggers';

/**
 * For certain when a rule takes only records of a function's `$LATEST` from a bus, while the function
 * sends there through other qualifiers, and certainly not through `$LATEST`.
 */
export const responseOnlyNeverMatches: Check = {
  rule: RESPONSE_ONLY_NEVER_MATCHES,
  severity: 'warning',
  *find({ topology, configs }) {
    const rules = topology.invocations.filter(namesOneSource);
    const functions = new Map(rules.length > 0 ? [...topology.functions.values()].map(node => [latestArn(node), node]) : []);
    for (const rule of rules) {
      const only = latestOnly(rule, functions);
      if (!only || !configs.areComplete(only.node)) {
        continue;
      }
      const senders = configs.all(only.node.key).filter(config => config.condition === undefined && isSame(config[only.side], rule.from));
      if (senders.some(({ target }) => target.kind === 'unknown' || known(target.qualifier) === LATEST) || mayBeSame(configs, only)) {
        continue;
      }
      for (const config of senders) {
        yield {
          origin: config,
          property: destinationProperty(config, only.side),
          value: `${named(topology, rule.from as Target)}, from which ${nameOf(topology, rule.origin.key)} takes records of ${LATEST} only`,
        };
      }
    }
  },
};

interface LatestOnly {
  readonly node: FunctionNode;
  readonly side: Side;
}

function namesOneSource({ eventPattern }: Delivery): boolean {
  return eventPattern !== undefined && !('reason' in eventPattern) && eventPattern.resources?.length === 1;
}

/** The function and side of a rule that takes only records of `$LATEST`. */
function latestOnly({ eventPattern }: Delivery, functions: ReadonlyMap<string, FunctionNode>): LatestOnly | undefined {
  if (!eventPattern || 'reason' in eventPattern) {
    return undefined;
  }
  const { resources = [], detailType = [] } = eventPattern;
  const node = resources.length === 1 && resources[0].kind !== 'unknown' ? functions.get(rendered(resources[0])) : undefined;
  const side = detailType.length === 1 ? sideOf(known(detailType[0])) : undefined;
  return node && side && { node, side };
}

/** Whether `$LATEST` may send to the bus after all. */
function mayBeSame(configs: KnownConfigs, { node, side }: LatestOnly): boolean {
  return configs.all(node.key).some(config =>
    config.target.kind === 'function' && known(config.target.qualifier) === LATEST && config[side]?.kind === 'unknown');
}

function isSame(target: EventInvokeConfig['onFailure'], bus: Delivery['from']): boolean {
  return target !== undefined && bus !== undefined && target.kind !== 'unknown' && bus.kind !== 'unknown' && placeKey(target) === placeKey(bus);
}

function latestArn({ target }: FunctionNode): string {
  return rendered(arnOf({ ...target, qualifier: literal(LATEST), qualified: true }));
}
