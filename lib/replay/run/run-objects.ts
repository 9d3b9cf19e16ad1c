import { LARGEST_OBJECT, ObjectTooLarge, type Objects } from './objects';
import { pool } from './pool';
import type { Worker } from './worker';
import type { Sent } from '../../contract/replay';
import type { ReplayManifestLine } from '../../contract/replay-plan';
import { readRecords } from '../../invocation-record';
import { failedEvent, isReadable, type FailedEvent, type Unreadable } from '../plan/failed-event';

/** Sends the events of some lines of a manifest. */
export async function runObjects(
  worker: Worker,
  lines: readonly ReplayManifestLine[],
  objects: (source: string) => Objects,
  keep: boolean,
): Promise<Sent> {
  await pool(lines, () => worker.turns.concurrency(), async line => {
    if (!await worker.turn()) {
      return false;
    }
    await runObject(worker, line, objects(line.source), keep);
    await worker.sums.write();
    return !worker.isOver;
  });
  return worker.end();
}

async function runObject(worker: Worker, { id, key, target, copyOnly }: ReplayManifestLine, objects: Objects, keep: boolean): Promise<void> {
  const events = key === undefined ? undefined : await eventsOf(objects, key);
  const event = events?.find((found): found is FailedEvent => isReadable(found) && found.id === id);
  // The copy is gone, e.g. since an earlier run has deleted it; the report tells what became of the event.
  if (key === undefined || !events || !event || !('text' in event.payload)) {
    return;
  }
  const { events: known } = copyOnly ? await worker.sender.ledger.find([id]) : {};
  const isSent = copyOnly ? known?.get(id)?.state === 'sent' : (await worker.send({ id, target, text: event.payload.text })).kind === 'sent';
  if (isSent && !keep && await areAllSent(worker, events, id)) {
    await objects.remove(key);
  }
}

async function eventsOf(objects: Objects, key: string): Promise<(FailedEvent | Unreadable)[] | undefined> {
  try {
    const bytes = await objects.read(key, LARGEST_OBJECT);
    return bytes && readRecords(bytes).map(reading => failedEvent(reading, {}));
  } catch (error) {
    if (error instanceof ObjectTooLarge) {
      return undefined;
    }
    throw error;
  }
}

/** Whether an object has nothing but events that the ledger calls sent. */
export async function areAllSent({ sender: { ledger } }: Worker, events: readonly (FailedEvent | Unreadable)[], sent: string): Promise<boolean> {
  if (!events.every(isReadable)) {
    return false;
  }
  const others = events.filter(({ id }) => id !== sent).map(({ id }) => id);
  const known = others.length > 0 ? (await ledger.find(others)).events : new Map();
  return others.every(id => known.get(id)?.state === 'sent');
}
