import { depthAfter, follow, type Cause } from './cause';
import type { Station } from './station';

/** What becomes of something at the end of its way. */
export type EndKind =
  /** A function has done its work. */
  | 'handled'
  /** It lies in a queue, topic, bus or bucket. */
  | 'stored'
  /** Nobody wanted it: no rule, subscription or filter matched. */
  | 'ignored'
  /** It left what is played, e.g. to a state machine or an HTTP endpoint. */
  | 'outside'
  /** It is gone, and nothing has kept it. */
  | 'lost';

/** One step on the way of an event through the services. */
export class Hop implements Cause {
  readonly kind = 'hop';
  next: Cause[] | undefined = undefined;
  readonly depth: number;

  /** The time after which it is lost, e.g. the end of the retention of a queue, in milliseconds since 1970. */
  keptUntil = Infinity;

  constructor(
    /** In milliseconds since 1970. */
    readonly at: number,
    readonly station: Station,

    /** What happened, for people. */
    readonly text: string,
    readonly cause: Cause | undefined,

    /** What has become of it, if the way ends here. */
    public end?: EndKind,
  ) {
    this.depth = depthAfter(cause);
    if (cause) {
      follow(cause, this);
    }
  }
}
