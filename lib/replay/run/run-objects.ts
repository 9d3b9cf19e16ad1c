import type { Found } from './ledger';
import { LARGEST_OBJECT, ObjectTooLarge, type Objects } from './objects';
import { pool } from './pool';
import type { Worker } from './worker';
import type { Sent } from '../../contract/replay';
import type { ReplayManifestLine } from '../../contract/replay-plan';
import { readRecords } from '../../invocation-record';
import { failedEvent, isReadable, type FailedEvent, type Unreadable } from '../plan/failed-event';

/** Events that are looked up at once. */
const CHUNK = 50;

/** Sends the events of some lines of a manifest. */
export async function runObjects(
  worker: Worker,
  lines: readonly ReplayManifestLine[],
  objects: (source: string) => Objects,
  keep: boolean,
): Promise<Sent> {
  await pool(withKnown(worker, lines), () => worker.turns.concurrency(), async ({ line, known }) => {
    if (!await worker.turn()) {
      return false;
    }
    await runObject(worker, line, known, objects(line.source), keep);
    await worker.sums.write();
    return !worker.isOver;
  });
  return worker.end();
}

/** The lines with what the ledger knows of them, which is asked about some at a time. */
async function* withKnown({ sender: { ledger } }: Worker, lines: readonly ReplayManifestLine[]) {
  for (let at = 0; at < lines.length; at += CHUNK) {
    const chunk = lines.slice(at, at + CHUNK);
    const known = await ledger.find(chunk.map(({ id }) => id));
    yield* chunk.map(line => ({ line, known }));
  }
}

async function runObject(worker: Worker, line: ReplayManifestLine, found: Found, objects: Objects, keep: boolean): Promise<void> {
  const { id, key, target, copyOnly } = line;
  const events = key === undefined ? undefined : await eventsOf(objects, key);
  const event = events?.find((each): each is FailedEvent => isReadable(each) && each.id === id);
  // The copy is gone, e.g. since an earlier run has deleted it; the report tells what became of the event.
  if (key === undefined || !events || !event || !('text' in event.payload)) {
    return;
  }
  const isSent = copyOnly ? found.events.get(id)?.state === 'sent' : (await worker.send({ id, target, text: event.payload.text }, found)).kind === 'sent';
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
