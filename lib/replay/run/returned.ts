import type { Ledger, ReplayItem } from './ledger';
import { DEAD_LETTER, type FailedEvent } from '../plan/failed-event';

/** How an invocation ended that a replay made, if an event is about one. */
export interface Returned {
  readonly outcome: NonNullable<ReplayItem['outcome']>;
  readonly item: ReplayItem;
}

/** Notes records that come back. Each is noted once, however many copies arrive. */
export async function noteReturned(events: readonly FailedEvent[], replays: ReadonlyMap<string, ReplayItem>, ledger: Pick<Ledger, 'note'>): Promise<Returned[]> {
  const noted: Returned[] = [];
  for (const { id, condition, advice } of events) {
    const item = replays.get(id);
    if (item && item.outcome === undefined) {
      const outcome = condition !== DEAD_LETTER && advice === 'never' ? 'succeeded' : 'failed';
      const first = await ledger.note(id, outcome);
      noted.push(...first ? [{ outcome, item: first } as const] : []);
    }
  }
  return noted;
}
