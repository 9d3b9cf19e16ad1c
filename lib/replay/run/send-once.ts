import type { Clock } from './clock';
import type { Answer, Functions } from './functions';
import { WORKER_GONE, type EventItem, type Found, type Ledger } from './ledger';
import type { Turns } from './turns';

/** An event to send. */
export interface Outgoing {
  /** Request id of the invocation that failed. */
  readonly id: string;

  /** ARN with qualifier. */
  readonly target: string;
  readonly text: string;
}

/** What a worker sends with. */
export interface Sender {
  readonly ledger: Ledger;
  readonly functions: Functions;
  readonly clock: Clock;
  readonly turns: Pick<Turns, 'throttled' | 'passed' | 'again'>;
  readonly run: string;

  /** Time in milliseconds from which the worker is surely gone. */
  readonly lease: number;
  readonly maxAttempts: number;
  readonly inDoubt: 'leave' | 'send';
  isDurable(target: string): boolean;

  /** Random text, another one for each event. */
  token(): string;
}

/**
 * Fate of an event after a worker had it:
 *
 * - `sent`: Lambda has accepted it, now or `before`, and the ledger says so. Only then may its copy be deleted;
 * - `refused`: it is not in Lambda's queue;
 * - `in-doubt`: it may be;
 * - `busy`: another worker is about to send it;
 * - `attempts`: it was replayed as often as allowed.
 */
export type Fate =
  | { readonly kind: 'sent'; readonly before: boolean }
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'in-doubt'; readonly error: string }
  | { readonly kind: 'busy' }
  | { readonly kind: 'attempts' };

/** Attempts to send an event with an execution name, which Lambda recognizes, so that repeating is safe. */
const NAMED_ATTEMPTS = 3;

/**
 * Sends an event unless the ledger tells that it was sent, or may have been.
 *
 * The ledger has the state `sending` before Lambda is called. So whatever happens to the worker, an event that may have been
 * sent is never taken for one that was not.
 *
 * @param known items that were found before. They may be old: the ledger refuses a put that relies on an old one
 * @throws whatever the ledger throws before the event is sent
 */
export async function sendOnce(event: Outgoing, sender: Sender, known?: Found): Promise<Fate> {
  const begun = await begin(event, sender, known ?? await sender.ledger.find([event.id]));
  if ('kind' in begun) {
    return begun;
  }
  const answer = await invoke(event, begun, sender);
  try {
    return await settle(begun, answer, sender);
  } catch (error) {
    // Lambda answered, but the ledger does not know: the item says `sending`, and becomes in doubt when the lease is over.
    return { kind: 'in-doubt', error: error instanceof Error ? error.name : 'Error' };
  }
}

async function begin({ id, target }: Outgoing, sender: Sender, { events, replays }: Found): Promise<EventItem | Fate> {
  const { ledger, clock, run, lease, maxAttempts } = sender;
  const replay = replays.get(id);
  let present = events.get(id);
  for (;;) {
    const obstacle = present && await obstacleOf(present, target, sender);
    if (obstacle === 'changed') {
      present = (await ledger.find([id])).events.get(id);
      continue;
    }
    if (obstacle) {
      return obstacle;
    }
    const attempts = attemptsOf(present, replay?.attempts ?? 0, sender.isDurable(target));
    if (attempts > maxAttempts) {
      return { kind: 'attempts' };
    }
    const item: EventItem = { id, state: 'sending', run, target, token: sender.token(), lease, origin: replay?.origin ?? id, attempts, at: clock.now() };
    const against = await ledger.begin(item, present);
    // A repeated put finds what it has put itself.
    if (!against || against.token === item.token) {
      return item;
    }
    present = against;
  }
}

/** The fate that an item of the ledger means; nothing if the event may be sent. */
async function obstacleOf(present: EventItem, target: string, { ledger, clock, inDoubt, isDurable }: Sender): Promise<Fate | 'changed' | undefined> {
  const { state, error = WORKER_GONE } = present;
  if (state === 'sent') {
    return { kind: 'sent', before: true };
  }
  if (state === 'refused') {
    return undefined;
  }
  if (state === 'sending') {
    if (present.lease > clock.now()) {
      return { kind: 'busy' };
    }
    // Another worker may have been faster.
    if (!await ledger.doubt(present, clock.now())) {
      return 'changed';
    }
  }
  // The execution name of a durable function makes it safe to repeat.
  return inDoubt === 'send' || (isDurable(target) && present.target === target) ? undefined : { kind: 'in-doubt', error };
}

/** The number of this attempt. An event that was refused was not replayed, and a durable function recognizes a repeated one. */
function attemptsOf(present: EventItem | undefined, before: number, durable: boolean): number {
  return present === undefined ? before + 1 : present.attempts + (present.state === 'refused' || durable ? 0 : 1);
}

async function invoke({ target, text }: Outgoing, { origin, attempts }: EventItem, sender: Sender): Promise<Answer> {
  const { functions, turns } = sender;
  const executionName = sender.isDurable(target) ? attempts === 1 ? origin : `${origin}-${attempts}` : undefined;
  for (let tries = 1; ; tries += 1) {
    const answer = await functions.invoke({ target, text, ...executionName !== undefined && { executionName } });
    if (answer.kind === 'throttled') {
      turns.throttled(answer.retryAfter);
      if (await turns.again()) {
        continue;
      }
      return { kind: 'refused', error: answer.error };
    }
    if (answer.kind === 'unknown' && executionName !== undefined && tries < NAMED_ATTEMPTS) {
      continue;
    }
    if (answer.kind === 'accepted') {
      turns.passed();
    }
    return answer;
  }
}

async function settle(item: EventItem, answer: Answer, { ledger, clock, run }: Sender): Promise<Fate> {
  const at = clock.now();
  switch (answer.kind) {
    case 'accepted': {
      const { newId } = answer;
      const { origin, attempts } = item;
      const [noted] = await Promise.all([
        ledger.finish(item, { state: 'sent', at, ...newId !== undefined && { newId } }),
        newId === undefined ? undefined : ledger.remember({ id: newId, origin, attempts, run, sentAt: at }),
      ]);
      // Another worker took it for lost and was told to send it again.
      return noted ? { kind: 'sent', before: false } : { kind: 'in-doubt', error: 'TakenOver' };
    }
    case 'unknown':
      await ledger.finish(item, { state: 'in-doubt', at, error: answer.error });
      return { kind: 'in-doubt', error: answer.error };
    case 'throttled':
    case 'refused':
      await ledger.finish(item, { state: 'refused', at, error: answer.error });
      return { kind: 'refused', error: answer.error };
  }
}
