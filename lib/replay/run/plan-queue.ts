import type { Clock } from './clock';
import type { Part } from './part';
import { peek } from './peek';
import type { Queue } from './queue';
import type { ReplayQueue } from '../../contract/replay';
import { readRecords } from '../../invocation-record';
import { failedEvent } from '../plan/failed-event';

/** Receives from which a queue with its own dead-letter queue is at risk. */
const FEW_RECEIVES = 10;

/** Plans one queue: looks at every message, and leaves the queue as it was, but for the receive counts. */
export async function planQueue(part: Part, source: ReplayQueue, queue: Queue, clock: Clock, remaining: () => number): Promise<void> {
  const { name, deadLettersOf } = source;
  const { hidden, maxReceives } = await queue.attributes();
  if (maxReceives !== undefined && maxReceives < FEW_RECEIVES) {
    part.warnings.push(`queue ${name} moves messages away that were received ${maxReceives} times: each plan counts as one receive, and each run as one or more`);
  }
  if (hidden > 0) {
    part.warnings.push(`queue ${name} had about ${hidden} hidden messages, which the plan does not have: another consumer has received them`);
    part.complete = false;
  }
  const complete = await peek(queue, clock, remaining, async ({ message, sentAt }) => {
    for (const reading of readRecords(message)) {
      await part.add(failedEvent(reading, { deadLettersOf, sentAt }), { source: name }, reading.messageId);
    }
  });
  part.complete &&= complete;
}
