import type { Explanation } from '../../../explanation/explanation';
import type { Life } from '../../../explanation/failing-event';
import { CALLER_WORDS } from '../../caller-words';

/** A stretch of time, in seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: 'sending' | 'queue' | 'run' | 'wait';
  readonly says: string;
}

/** One line of the drawing, with its own scale. */
export interface TimeLine {
  readonly title: string;
  readonly spans: readonly Span[];

  /** The end of the scale, in seconds. */
  readonly end: number;
  readonly ending?: string;
}

/** Both halves of an event's way at their longest: until Lambda accepts it, and in Lambda's queue. */
export function longestWay({ callers, maxEventAge, timeout, longest }: Explanation): TimeLine | undefined {
  if (longest === undefined || typeof maxEventAge !== 'number' || typeof timeout !== 'number') {
    return undefined;
  }
  const senders = callers.filter(({ enabled }) => enabled !== false).flatMap(({ kind, sender }) => typeof sender?.maxEventAge === 'number' ? [{ kind, age: sender.maxEventAge }] : []);
  const slowest = senders.sort((a, b) => b.age - a.age).at(0);
  const start = slowest?.age ?? 0;
  const inQueue = Math.max(longest - timeout, 0);
  return {
    title: 'At most, from the first call to the end',
    spans: [
      ...slowest ? [{ from: 0, to: start, kind: 'sending' as const, says: `${CALLER_WORDS[slowest.kind]} retries until Lambda accepts the event` }] : [],
      ...inQueue > 0 ? [{ from: start, to: start + inQueue, kind: 'queue' as const, says: 'Lambda keeps the event in its queue' }] : [],
      ...longest > 0 ? [{ from: start + inQueue, to: start + longest, kind: 'run' as const, says: 'the last attempt' }] : [],
    ],
    end: start + longest,
  };
}

/** The attempts of an event that keeps failing. */
export function attempts(title: string, { attempts: all, endsAt, condition }: Life): TimeLine {
  return {
    title,
    spans: all.flatMap(({ at, failsAt, wait }, index) => [
      { from: at, to: failsAt, kind: 'run' as const, says: `attempt ${index + 1}` },
      ...wait === undefined ? [] : [{ from: failsAt, to: failsAt + wait, kind: 'wait' as const, says: `wait after attempt ${index + 1}` }],
    ]),
    end: endsAt,
    ending: condition,
  };
}
