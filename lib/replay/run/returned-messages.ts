import type { Clock } from './clock';
import type { Ledger } from './ledger';
import { peek } from './peek';
import type { Queue } from './queue';
import { noteReturned } from './returned';
import type { ReplayQueue } from '../../contract/replay';
import { readRecords } from '../../invocation-record';
import { failedEvent, isReadable } from '../plan/failed-event';

/** A run whose events may have come back. */
export interface Returning {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly run: string;
  remaining(): number;
}

/** Looks into a queue for records of replayed events, and leaves it as it was, but for the receive counts. */
export async function returnedMessages({ deadLettersOf }: ReplayQueue, queue: Queue, { ledger, clock, run, remaining }: Returning): Promise<void> {
  await peek(queue, clock, remaining, async ({ message, sentAt }) => {
    const events = readRecords(message).map(reading => failedEvent(reading, { deadLettersOf, sentAt })).filter(isReadable);
    if (events.length === 0) {
      return;
    }
    const { replays } = await ledger.find(events.map(({ id }) => id));
    for (const { outcome, item } of await noteReturned(events, replays, ledger)) {
      await ledger.add(item.run, { [outcome === 'failed' ? 'failedAgain' : 'succeeded']: 1 });
      await (outcome === 'failed' && item.run === run ? ledger.raiseFrontier(run, item.sentAt) : undefined);
    }
  });
}
