import type { Place } from './finding';
import { named } from './names';
import { DEAD_LETTER_TARGET_ARN } from '../constraints/aws-lambda/dead-letter-queue';
import type { FunctionNode, Target, Topology } from '../topology';

/** The dead-letter queues that break a rule, of all functions. Unknown ones are left out. */
export function* deadLetterPlaces(topology: Topology, judge: (target: Target, node: FunctionNode) => boolean | string | undefined): Iterable<Place> {
  for (const node of topology.functions.values()) {
    const target = node.deadLetterQueue;
    const found = target && target.kind !== 'unknown' && judge(target, node);
    if (target && target.kind !== 'unknown' && found) {
      yield { origin: node, property: DEAD_LETTER_TARGET_ARN.parameter, value: found === true ? named(topology, target) : found };
    }
  }
}
