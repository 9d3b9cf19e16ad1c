import type { Clock } from './clock';
import type { Found } from './ledger';
import { QueueIsFull, type Message, type Queue } from './queue';
import { noteReturned } from './returned';
import { areAllSent } from './run-objects';
import type { Worker } from './worker';
import type { Sent } from '../../contract/replay';
import { readRecords } from '../../invocation-record';
import { failedEvent, isReadable, type FailedEvent, type Unreadable } from '../plan/failed-event';

/** Seconds for which a message is hidden at first. If the worker disappears, others get it after this time. */
const HIDDEN = 120;

/** Seconds after which messages that no worker wants come back: long enough for the other workers to end as well. */
const GIVEN_BACK = 30;

/** Time in milliseconds without a message after which a worker gives up those that are missing: a worker that disappeared may have hidden them. */
const PATIENCE = (HIDDEN + 30) * 1000;

/** Most messages of one receive. */
const BATCH = 10;

/** What a worker needs to run one queue. */
export interface QueueRun {
  readonly worker: Worker;
  readonly queue: Queue;
  readonly clock: Clock;

  /** Events of the plan in this queue: targets by request id. */
  readonly planned: ReadonlyMap<string, string>;

  /** Function whose dead letters are here. */
  readonly deadLettersOf?: string;

  /** Milliseconds until Lambda ends the worker. */
  remaining(): number;
}

/** Sends the events of one queue that the plan lists, until all are settled, and leaves all other messages. */
export async function runQueue(run: QueueRun): Promise<Sent> {
  const { worker, queue } = run;
  const running = new Set<Promise<void>>();
  const held: string[] = [];
  const missing = new Set(run.planned.keys());
  const errors: unknown[] = [];
  try {
    for await (const messages of received(run, running, missing)) {
      const opened = messages.map(message => open(run, message));
      const ids = opened.flatMap(({ events }) => events.filter(isReadable).map(({ id }) => id));
      const known = await worker.sender.ledger.find(ids);
      for (const message of opened) {
        const one = handle(run, message, known, missing).then(
          isGone => void (isGone || held.push(message.receipt)),
          (error: unknown) => void errors.push(error),
        ).finally(() => running.delete(one));
        running.add(one);
      }
      await worker.sums.write();
      if (errors.length > 0) {
        break;
      }
    }
  } finally {
    await Promise.all(running);
    await queue.hide(held, GIVEN_BACK);
  }
  if (errors.length > 0) {
    throw errors[0];
  }
  return worker.end();
}

/** Receives no more messages than the worker can handle, until there is nothing left to wait for. */
async function* received(run: QueueRun, running: ReadonlySet<Promise<void>>, missing: Set<string>): AsyncGenerator<readonly Message[]> {
  const { worker, queue, clock } = run;
  let emptySince: number | undefined;
  while (!worker.isOver && await worker.turns.again()) {
    const free = await worker.turns.concurrency() - running.size;
    if (free <= 0) {
      await Promise.race(running);
      continue;
    }
    let messages: readonly Message[];
    try {
      messages = await queue.receive(Math.min(BATCH, free), HIDDEN);
    } catch (error) {
      if (error instanceof QueueIsFull) {
        return;
      }
      throw error;
    }
    if (messages.length > 0) {
      emptySince = undefined;
      yield messages;
      continue;
    }
    emptySince ??= clock.now();
    await Promise.all(running);
    if (await areSettled(worker, missing) || clock.now() - emptySince > PATIENCE) {
      return;
    }
  }
  // Tells the worker why nothing more is sent.
  await worker.turn();
}

/** Handles one message; true if it was deleted. */
async function handle(run: QueueRun, { receipt, events }: Opened, known: Found, missing: Set<string>): Promise<boolean> {
  const { worker, queue, planned } = run;
  const readable = events.filter(isReadable);
  const wanted = readable.filter(({ id, payload }) => planned.has(id) && 'text' in payload);
  const others = readable.filter(event => !wanted.includes(event));
  if (others.length > 0) {
    await worker.countReturned(await noteReturned(others, known.replays, worker.sender.ledger));
    // A copy of an event that was sent, e.g. by a worker that disappeared before it could delete the copy.
    if (wanted.length === 0 && events.length === readable.length && others.every(({ id }) => known.events.get(id)?.state === 'sent')) {
      await queue.remove([receipt]);
      return true;
    }
  }
  for (const { id, payload } of wanted) {
    if (!await worker.turn()) {
      return false;
    }
    const fate = await worker.send({ id, target: planned.get(id)!, text: 'text' in payload ? payload.text : '' }, known);
    if (fate.kind !== 'busy') {
      missing.delete(id);
    }
    if (fate.kind !== 'sent') {
      await hold(run, receipt);
      return false;
    }
  }
  if (wanted.length > 0 && await areAllSent(worker, events, wanted[0].id)) {
    await queue.remove([receipt]);
    return true;
  }
  await hold(run, receipt);
  return false;
}

/** Hides a message until the worker ends: otherwise it would come again and again. */
async function hold({ queue, remaining }: QueueRun, receipt: string): Promise<void> {
  await queue.hide([receipt], Math.max(1, Math.floor(remaining() / 1000)));
}

/** A message with the events in it. */
interface Opened {
  readonly receipt: string;
  readonly events: readonly (FailedEvent | Unreadable)[];
}

function open({ deadLettersOf }: QueueRun, { handle: receipt, message, sentAt }: Message): Opened {
  return { receipt, events: readRecords(message).map(reading => failedEvent(reading, { deadLettersOf, sentAt })) };
}

/** Whether the ledger has settled all events that are missing. */
async function areSettled({ sender: { ledger } }: Worker, missing: Set<string>): Promise<boolean> {
  const CHUNK = 50;
  while (missing.size > 0) {
    const ids = [...missing].slice(0, CHUNK);
    const { events } = await ledger.find(ids);
    const settled = ids.filter(id => (events.get(id)?.state ?? 'sending') !== 'sending');
    settled.forEach(id => missing.delete(id));
    if (settled.length < ids.length) {
      return false;
    }
  }
  return true;
}
