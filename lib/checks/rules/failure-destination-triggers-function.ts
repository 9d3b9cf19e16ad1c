import { FAILURE_DESTINATION_TRIGGERS_FUNCTION } from '../../constraints/aws-lambda/destination';
import type { FunctionTarget, Target, Topology, Unknown } from '../../topology';
import { deadLetterPlaces } from '../dead-letter-places';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';
import { named, nameOf } from '../names';
import type { Triggers } from '../triggers';

/**
 * For certain when what takes the failures of a function, its dead-letter queue included, invokes or is read
 * by the same function, whatever the qualifier, directly or over topics, queues, buckets, buses and pipes that pass
 * everything on, and no filter, pattern, switch or condition may keep them back.
 */
export const failureDestinationTriggersFunction: Check = {
  rule: FAILURE_DESTINATION_TRIGGERS_FUNCTION,
  severity: 'warning',
  *find(context) {
    const { topology, triggers } = context;
    yield* destinationPlaces(context, (target, { target: fn }, side) =>
      side === 'onFailure' && fn.kind === 'function' && wayBack(topology, triggers, target, fn));
    yield* deadLetterPlaces(topology, (target, node) => wayBack(topology, triggers, target, node.target));
  },
};

function wayBack(topology: Topology, triggers: Triggers, target: Target, fn: FunctionTarget): string | undefined {
  if (!triggers.leadAway(target)) {
    return undefined;
  }
  const isBack = (to: Target | Unknown) => to.kind === 'function' && to.functionKey === fn.functionKey;
  const [way] = [
    ...triggers.invocationsBy(target, 'onFailure', fn).filter(({ last }) => isBack(last.to)),
    ...triggers.readersOf(target, 'onFailure', fn).filter(({ last }) => isBack(last.function)),
  ].sort((one, other) => one.over.length - other.over.length);
  return way && `${named(topology, target)}, which triggers ${named(topology, { ...fn, qualified: false })} through ${way.over.map(({ key }) => nameOf(topology, key)).join(' and ')}`;
}
