import { isDurable } from './functions';
import { isNoneOf, knownPlace } from './target-kinds';
import { DESTINATION_SERVICES } from '../constraints/aws-lambda/destination';
import type { KnownDestination, KnownSender } from '../constraints/aws-lambda/destination-admission';
import { known, type EventInvokeConfig, type Target, type Topology } from '../topology';

const KINDS = Object.values(DESTINATION_SERVICES);

/** The facts about a destination of a function that a topology shows for certain. */
export function knownDestination(target: Target, fn: EventInvokeConfig['function']): KnownDestination {
  const { partition, region } = knownPlace(target);
  // Without a spread: a literal that grows after one takes V8 9 µs instead of 1 µs.
  return {
    partition,
    region,
    kind: isNoneOf(target, KINDS) ? 'other' : KINDS.find(kind => kind === target.kind),
    fifo: target.kind === 'function' ? undefined : known(target.fifo),
    self: target.kind === 'function' && fn.kind === 'function' ? target.functionKey === fn.functionKey : undefined,
  };
}

/** The facts about a configured function that a topology shows for certain. */
export function knownSender(topology: Topology, fn: EventInvokeConfig['function']): KnownSender {
  if (fn.kind !== 'function') {
    return {};
  }
  const { partition, region } = knownPlace(fn);
  return { partition, region, durable: isDurable(topology, fn) };
}
