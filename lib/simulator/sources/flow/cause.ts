import type { Station } from './station';

/** Whatever may cause the next step of a flow: a hop, or the event of a function. */
export interface Cause {
  readonly kind: 'hop' | 'event';
  readonly station: Station;
  readonly cause: Cause | undefined;

  /** The number of steps before it. */
  readonly depth: number;

  /** What came of it; undefined while nothing has. */
  next: Cause[] | undefined;
}

/** Notes what came of a step. */
export function follow(cause: Cause, next: Cause): void {
  if (cause.next) {
    cause.next.push(next);
  } else {
    cause.next = [next];
  }
}

/** The depth of what a step causes. */
export function depthAfter(cause: Cause | undefined): number {
  return cause === undefined ? 0 : cause.depth + 1;
}
