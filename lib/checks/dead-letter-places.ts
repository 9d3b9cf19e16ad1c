import type { Found } from './destination-places';
import type { Place } from './finding';
import { named } from './names';
import { DEAD_LETTER_TARGET_ARN } from '../constraints/aws-lambda/dead-letter-queue';
import type { FunctionNode, Target, Topology } from '../topology';

/** Tells whether a dead-letter queue breaks a rule: `true`, or a description of what was found. */
export type DeadLetterJudgement = (target: Target, node: FunctionNode) => boolean | string | Found | undefined;

/** The dead-letter queues that break a rule, of all functions. Unknown ones are left out. */
export function* deadLetterPlaces(topology: Topology, judge: DeadLetterJudgement): Iterable<Place> {
  for (const node of topology.functions.values()) {
    const target = node.deadLetterQueue;
    const found = target && target.kind !== 'unknown' && judge(target, node);
    if (target && target.kind !== 'unknown' && found) {
      const { value, remedy } = typeof found === 'object' ? found : { value: found === true ? named(topology, target) : found, remedy: undefined };
      yield { origin: node, property: DEAD_LETTER_TARGET_ARN.parameter, value, remedy };
    }
  }
}
