import { RETRY_DELAYS } from '../constraints/aws-lambda/event-queue';

/** One run of a function for an event, in seconds after the event was accepted. */
export interface Attempt {
  readonly at: number;
  readonly failsAt: number;

  /** How long Lambda waits before the next attempt; absent after the last one. */
  readonly wait?: number;
}

/** The life of one event whose attempts all fail, in seconds after it was accepted. */
export interface Life {
  readonly attempts: readonly Attempt[];

  /** The time at which Lambda gives the event up. */
  readonly endsAt: number;

  /** The reason, as the invocation record states it. */
  readonly condition: 'RetriesExhausted' | 'EventAgeExceeded' | 'ZeroReservedConcurrency';
}

/** The life of an event for a function without concurrency. */
export const NEVER_RUN: Life = { attempts: [], endsAt: 0, condition: 'ZeroReservedConcurrency' };

/**
 * The life of an event whose attempts all fail.
 *
 * Lambda looks ahead: it gives an event up at once if the event would be too old for the next retry.
 *
 * @param retries the number of retries
 * @param age the maximum age of the event
 * @param run the duration of an attempt; 0 for nearly no time
 */
export function failingEvent(retries: number, age: number, run: number): Life {
  const attempts: Attempt[] = [];
  for (let at = 0; ; ) {
    const failsAt = at + run;
    const wait = attempts.length < retries ? RETRY_DELAYS[attempts.length] : undefined;
    // Even a quick failure takes some time, so the event is older than the wait.
    const tooOld = wait !== undefined && (run === 0 ? failsAt + wait >= age : failsAt + wait > age);
    if (wait === undefined || tooOld) {
      return { attempts: [...attempts, { at, failsAt }], endsAt: failsAt, condition: tooOld ? 'EventAgeExceeded' : 'RetriesExhausted' };
    }
    attempts.push({ at, failsAt, wait });
    at = failsAt + wait;
  }
}
