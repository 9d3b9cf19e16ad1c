import type { Clock } from './clock';
import { QueueIsFull, type Message, type Queue } from './queue';

/** Most messages that are looked at. SQS hides 120,000 of one queue, and consumers of the queue need some of them. */
export const PEEK_LIMIT = 100_000;

/** Receives at the same time. */
const RECEIVERS = 8;

/** Most messages of one receive. */
const BATCH = 10;

/** Receives without a message, one after the other, from which the queue counts as empty. Each asks all servers of the queue. */
const EMPTY = 2;

/** Time in milliseconds before the end of the worker at which it gives the messages back. */
const END_TIME = 90_000;

/**
 * Looks at all messages of a queue, and gives them back at the end. Each one counts as received once.
 *
 * @returns whether the queue was seen completely
 */
export async function peek(
  queue: Queue,
  clock: Clock,
  remaining: () => number,
  see: (message: Message) => Promise<void>,
  limit = PEEK_LIMIT,
): Promise<boolean> {
  const handles: string[] = [];
  const until = clock.now() + remaining() - END_TIME;
  const hiddenSeconds = Math.max(1, Math.floor(remaining() / 1000));
  let complete = true;
  let empty = 0;
  const receive = async () => {
    while (empty < EMPTY && complete) {
      if (handles.length >= limit || clock.now() >= until) {
        complete = false;
        return;
      }
      const messages = await received(queue, hiddenSeconds);
      if (!messages) {
        complete = false;
        return;
      }
      handles.push(...messages.map(({ handle }) => handle));
      empty = messages.length === 0 ? empty + 1 : 0;
      for (const message of messages) {
        await see(message);
      }
    }
  };
  try {
    const ends = await Promise.allSettled(Array.from({ length: RECEIVERS }, receive));
    const failed = ends.find(end => end.status === 'rejected');
    if (failed) {
      throw failed.reason;
    }
    return complete;
  } finally {
    await queue.hide(handles, 0);
  }
}

async function received(queue: Queue, hiddenSeconds: number): Promise<readonly Message[] | undefined> {
  try {
    return await queue.receive(BATCH, hiddenSeconds);
  } catch (error) {
    if (error instanceof QueueIsFull) {
      return undefined;
    }
    throw error;
  }
}
