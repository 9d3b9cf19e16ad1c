import { UNWATCHED_FAILURES } from '../../constraints/aws-cloudwatch/alarm';
import { QUEUE_NAME_DIMENSION } from '../../constraints/aws-sqs/metrics';
import type { StoreNode, Topology } from '../../topology';
import { failureQueues } from '../failure-queues';
import type { Check } from '../finding';
import { nameOf } from '../names';
import { Watchers } from '../watchers';

/**
 * For certain when an alarm of the app tells people something, all alarms are known, and none may be about the queue,
 * nor about events that are dropped, nor about the failures of the caller.
 *
 * A queue from which the app receives is left out: its consumer sees the failures.
 */
export const unwatchedFailures: Check = {
  rule: UNWATCHED_FAILURES,
  severity: 'warning',
  *find({ topology }) {
    const watchers = new Watchers(topology);
    if (!watchers.tellPeople) {
      return;
    }
    for (const [queue, sources] of failureQueues(topology)) {
      const [unwatched] = sources.filter(source => !watchers.watchesSource(source));
      if (unwatched && !watchers.mayWatchQueue(queue) && !isReceived(topology, queue)) {
        yield { origin: queue, property: QUEUE_NAME_DIMENSION, value: `${nameOf(topology, queue.key)}, which keeps ${unwatched.described}` };
      }
    }
  },
};

/** Whether something of the app may receive from a queue. */
function isReceived({ eventSources, invocations, deliveries }: Topology, { key }: StoreNode): boolean {
  const isQueue = (from: { readonly kind: string; readonly resource?: string } | undefined) => from?.resource === key;
  return eventSources.some(({ source }) => source?.kind === 'unknown' || isQueue(source))
    || [...invocations, ...deliveries].some(({ kind, from }) => kind === 'pipe' && isQueue(from));
}
