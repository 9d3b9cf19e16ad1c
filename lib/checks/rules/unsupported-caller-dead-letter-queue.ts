import { CALLER_DEAD_LETTER_QUEUE_ELSEWHERE, UNSUPPORTED_CALLER_DEAD_LETTER_QUEUE } from '../../constraints/aws-lambda/caller-dead-letter-queue';
import { known, type Target, type Topology } from '../../topology';
import { callerDeadLetterPlaces, type Caller } from '../caller-dead-letter-places';
import type { Check } from '../finding';
import { named } from '../names';
import { isFifo, isNoneOf } from '../target-kinds';

/**
 * For certain when the target is no queue, or a FIFO queue of a rule, schedule or subscription to a standard topic;
 * when Region of queue and rule are fixed and differ; or when Region or account of a queue are neither those of the
 * subscription nor those of its topic.
 */
export const unsupportedCallerDeadLetterQueue: Check = {
  rule: UNSUPPORTED_CALLER_DEAD_LETTER_QUEUE,
  others: [CALLER_DEAD_LETTER_QUEUE_ELSEWHERE],
  severity: 'error',
  find: ({ topology }) => callerDeadLetterPlaces(topology, (queue, caller) => {
    if (isNoneOf(queue, ['queue']) || (isFifo(queue, 'queue') && needsStandard(caller))) {
      return true;
    }
    const place = elsewhere(topology, queue, caller);
    return place === undefined ? undefined : { value: `${named(topology, queue)} in ${place}`, rule: CALLER_DEAD_LETTER_QUEUE_ELSEWHERE };
  }),
};

/** A subscription to a FIFO topic may have a FIFO queue. */
function needsStandard({ kind, from }: Caller): boolean {
  return kind !== 'sns-subscription' || (from?.kind === 'topic' && known(from.fifo) === false);
}

/** The Region or account of a queue, if the service certainly refuses it. */
function elsewhere({ stacks }: Topology, queue: Target, { kind, origin, from }: Caller): string | undefined {
  const own = stacks.get(origin.stack);
  const topic = from === undefined || from.kind === 'unknown' ? undefined : from;
  const [region, account] = [known(queue.region), known(queue.account)];
  switch (kind) {
    case 'event-rule':
      return differ(region, own?.region) ? region : undefined;
    case 'sns-subscription':
      if (differ(region, own?.region) && differ(region, known(topic?.region))) {
        return region;
      }
      return differ(account, own?.account) && differ(account, known(topic?.account)) ? account : undefined;
    default:
      return undefined;
  }
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return Boolean(one && other) && one !== other;
}
