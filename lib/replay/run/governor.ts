/** Numbers of a run at one moment. */
export interface Situation {
  /** Part of the rate that is granted so far. */
  readonly factor: number;
  readonly sent: number;
  readonly throttled: number;
  readonly failedAgain: number;

  /** Latest time in milliseconds at which an event was sent that failed again. */
  readonly frontier?: number;

  /** Age in milliseconds of the oldest asynchronous event; absent if there is no datapoint. */
  readonly eventAge?: number;
}

/** Numbers at an earlier moment, in milliseconds. */
export interface Moment {
  readonly at: number;
  readonly sent: number;
  readonly throttled: number;
}

/** Bounds of a run. */
export interface Bounds {
  /** Share from 0 to 1; 1 never stops. */
  readonly maxFailureShare: number;

  /** In seconds. */
  readonly maxEventAge: number;
}

/** What to do next. */
export interface Steering {
  readonly factor: number;
  readonly stop?: string;
}

/** Failures from which a share means something. */
const FEW_FAILURES = 10;

/** Share of throttles from which a run slows down. */
const MANY_THROTTLES = 0.1;

const SMALLEST_FACTOR = 0.05;
const SLOWER = 0.5;
const FASTER = 1.5;

/**
 * Decides whether a run goes on, and how fast.
 *
 * An event fails again seconds or hours after it was sent, so the failures are compared with the events that had the same
 * time: those sent until `frontier`.
 *
 * @param history earlier moments, in order
 */
export function steer(situation: Situation, history: readonly Moment[], { maxFailureShare, maxEventAge }: Bounds): Steering {
  const { factor, sent, throttled, failedAgain, frontier, eventAge } = situation;
  const settled = Math.max(failedAgain, frontier === undefined ? 0 : history.find(({ at }) => at >= frontier)?.sent ?? sent);
  if (failedAgain >= FEW_FAILURES && maxFailureShare < 1 && failedAgain / settled > maxFailureShare) {
    return { factor, stop: `${failedAgain} of ${settled} replayed events failed again, more than the share ${maxFailureShare} of \`maxFailureShare\`` };
  }
  const before = history.at(-1) ?? { sent: 0, throttled: 0 };
  const throttles = throttled - before.throttled;
  const isThrottled = throttles > MANY_THROTTLES * Math.max(1, sent - before.sent);
  const isLate = eventAge !== undefined && eventAge > maxEventAge * 1000;
  return { factor: isThrottled || isLate ? Math.max(SMALLEST_FACTOR, factor * SLOWER) : Math.min(1, factor * FASTER) };
}
