import type { Clock } from './clock';
import type { Ledger } from './ledger';
import { LARGEST_OBJECT, type Objects } from './objects';
import { pool } from './pool';
import { noteReturned } from './returned';
import { RECORD_PREFIX, type ReplayBucket } from '../../contract/replay';
import { readRecords } from '../../invocation-record';
import { failedEvent, isReadable } from '../plan/failed-event';

const DAY = 24 * 3_600_000;

/** Most keys of one prefix in one look; the next look goes on. */
const MOST = 2000;

/** Time in milliseconds by which keys may arrive out of order. */
const DISORDER = 60_000;

const READERS = 16;

/** Where records may come back. */
export interface ReturningObjects {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly buckets: readonly ReplayBucket[];
  objects(source: string): Objects;
}

/**
 * Reads the records that Lambda wrote into the buckets since the run began, and notes those of events that were replayed.
 *
 * @returns the last key of each prefix
 */
export async function returnedObjects(
  run: string,
  startedAt: number,
  seen: Readonly<Record<string, string>>,
  names: readonly string[],
  watching: ReturningObjects,
): Promise<Record<string, string>> {
  const next: Record<string, string> = {};
  for (const bucket of watching.buckets.filter(({ prefix }) => prefix === undefined || prefix === RECORD_PREFIX)) {
    const objects = watching.objects(bucket.name);
    for (const prefix of prefixes(names, startedAt, watching.clock.now())) {
      const place = `${bucket.name} ${prefix}`;
      const keys = await objects.keys(prefix, seen[place] ?? keyAt(prefix, startedAt), MOST);
      await pool(keys, () => READERS, async key => {
        await note(run, key, objects, watching);
        return true;
      });
      const last = keys.length < MOST ? keyAt(prefix, watching.clock.now() - DISORDER) : keys.at(-1)!;
      next[place] = last > (seen[place] ?? '') ? last : seen[place];
    }
  }
  return next;
}

async function note(run: string, key: string, objects: Objects, { ledger }: ReturningObjects): Promise<void> {
  const bytes = await objects.read(key, LARGEST_OBJECT).catch(() => undefined);
  const events = bytes ? readRecords(bytes).map(reading => failedEvent(reading, {})).filter(isReadable) : [];
  if (events.length === 0) {
    return;
  }
  const { replays } = await ledger.find(events.map(({ id }) => id));
  for (const { outcome, item } of await noteReturned(events, replays, ledger)) {
    if (item.run === run) {
      await ledger.add(run, { [outcome === 'failed' ? 'failedAgain' : 'succeeded']: 1 });
      await (outcome === 'failed' ? ledger.raiseFrontier(run, item.sentAt) : undefined);
    }
  }
}

/** The prefixes of the days of a run. */
function prefixes(names: readonly string[], from: number, until: number): string[] {
  const length = Math.floor(until / DAY) - Math.floor(from / DAY) + 1;
  const days = Array.from({ length }, (_, day) => new Date(from + day * DAY).toISOString().slice(0, 10));
  return names.flatMap(name => days.map(day => `${RECORD_PREFIX}${name}/${day.replaceAll('-', '/')}/`));
}

/** Where keys of a time begin: Lambda puts the second into the key. */
function keyAt(prefix: string, time: number): string {
  return `${prefix}${new Date(time).toISOString().slice(0, 19).replaceAll(':', '.')}`;
}
