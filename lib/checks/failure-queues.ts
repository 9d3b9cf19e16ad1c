import { certainCallers } from './caller-dead-letter-places';
import { named, nameOf } from './names';
import type { Delivery, StoreNode, Target, Topology, Unknown } from '../topology';

/** What sends failures to a queue. */
export interface FailureSource {
  /** E.g. "the failed events of S/Fn". */
  readonly described: string;

  /** The key of the function whose failures are kept; absent for those of a caller. */
  readonly functionKey?: string;
  readonly caller?: Delivery;
}

/** The queues of the app that certainly keep failed events, with what sends to them. */
export function failureQueues(topology: Topology): Map<StoreNode, FailureSource[]> {
  const found = new Map<StoreNode, FailureSource[]>();
  const add = (queue: Target | Unknown | undefined, source: FailureSource) => {
    const node = queue?.kind === 'queue' ? topology.queues.get(queue.resource ?? '') : undefined;
    if (node && node.condition === undefined) {
      found.set(node, [...found.get(node) ?? [], source]);
    }
  };
  for (const { onFailure, function: fn, condition } of topology.configs) {
    if (condition === undefined && fn.kind === 'function') {
      add(onFailure, { described: `the failed events of ${named(topology, { ...fn, qualified: false })}`, functionKey: fn.functionKey });
    }
  }
  for (const { key, condition, target, deadLetterQueue } of topology.functions.values()) {
    if (condition === undefined) {
      add(deadLetterQueue, { described: `the dead letters of ${nameOf(topology, key)}`, functionKey: target.functionKey });
    }
  }
  for (const caller of certainCallers(topology)) {
    add(caller.deadLetterQueue, { described: `what ${nameOf(topology, caller.origin.key)} cannot deliver`, caller });
  }
  return found;
}
