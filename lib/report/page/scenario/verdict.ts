import type { Played, PlayedEvent } from './stage';
import { duration } from '../../duration';

/** What became of an event. */
export interface Verdict {
  readonly kind: 'processed' | 'stored' | 'lost';

  /** In seconds after the event was accepted. */
  readonly after: number;

  /** A sentence. */
  readonly says: string;

  /** What happened more than once, as sentences. */
  readonly doubled: readonly string[];
}

const RUNS = new Set(['succeeded', 'failed', 'timed-out']);

/** Tells in a sentence what became of the event, and of its record. */
export function verdictOf({ events: [event, ...others] }: Extract<Played, { events: unknown }>): Verdict {
  const { condition, steps, deliveries } = event;
  const runs = steps.filter(({ kind }) => RUNS.has(kind)).length;
  const after = steps.at(-1)!.at;
  const kept = deliveries.filter(({ lostBecause }) => lostBecause === undefined);
  const doubled = [
    ...runs > 1 ? [`The function runs ${runs} times for this one event. Whatever a run does before it fails is done again, so it has to be idempotent.`] : [],
    ...kept.length > 1 ? [`The event is kept ${kept.length} times: in ${kept.map(({ to }) => to).join(' and ')}.`] : [],
  ];
  const when = after === 0 ? 'at once' : `after ${duration(after)}`;
  const next = others.map(other => following(other)).join('');
  if (condition === 'Success') {
    const refused = deliveries.find(({ lostBecause }) => lostBecause !== undefined);
    return { kind: 'processed', after, doubled, says: `Processed ${when}${runs > 1 ? `, in run ${runs}` : ''}.${refused ? ` Its record is lost: ${reason(refused)}.` : ''}${next}` };
  }
  if (kept.length > 0) {
    return { kind: 'stored', after, doubled, says: `Stored ${when} in ${kept.map(({ to }) => to).join(' and ')}: ${condition ?? 'recursive loop'}.${next}` };
  }
  const [refused] = deliveries;
  return { kind: 'lost', after, doubled, says: `Lost ${when}: ${refused ? reason(refused) : 'the qualifier has no failure destination, and the function no dead-letter queue'}.` };
}

function reason({ to, lostBecause }: PlayedEvent['deliveries'][number]): string {
  return `${to} does not get it, because ${lostBecause}`;
}

function following({ function: fn, condition }: PlayedEvent): string {
  return ` ${fn} then gets the record as its event${condition === 'Success' ? '' : `, and ends with ${condition ?? 'a recursive loop'}`}.`;
}

/** What a change of the app changes, in a sentence. */
export function difference(before: Verdict, after: Verdict): string {
  if (before.kind !== after.kind) {
    return `With your changes, the event is ${after.kind} instead of ${before.kind}.`;
  }
  if (before.after !== after.after) {
    const delta = after.after - before.after;
    return `With your changes, the event is still ${after.kind}, ${duration(Math.abs(delta))} ${delta < 0 ? 'sooner' : 'later'}.`;
  }
  return before.says === after.says ? 'Your changes make no difference here.' : `With your changes, the event is still ${after.kind}, but elsewhere.`;
}
