import { RETRY_DELAYS } from '../constraints/aws-lambda/event-queue';

/** One run of a function for an event, in seconds after the event was accepted. */
export interface Attempt {
  readonly at: number;
  readonly failsAt: number;

  /** How long Lambda waits before the next attempt; absent after the last one. */
  readonly wait?: number;
}

/** The life of one event that fails every time, in seconds after it was accepted. */
export interface Life {
  readonly attempts: readonly Attempt[];

  /** When Lambda gives the event up. */
  readonly endsAt: number;

  /** Why, in the words of the invocation record. */
  readonly condition: 'RetriesExhausted' | 'EventAgeExceeded' | 'ZeroReservedConcurrency';
}

/** An event for a function that may not run at all. */
export const NEVER_RUN: Life = { attempts: [], endsAt: 0, condition: 'ZeroReservedConcurrency' };

/**
 * The life of an event whose every attempt fails.
 *
 * Lambda looks ahead: it does not wait for a retry for which the event would be too old.
 *
 * @param retries how often Lambda tries again
 * @param age the longest age of an event
 * @param run how long an attempt takes; 0 for nearly no time
 */
export function failingEvent(retries: number, age: number, run: number): Life {
  const attempts: Attempt[] = [];
  for (let at = 0; ; ) {
    const failsAt = at + run;
    const wait = attempts.length < retries ? RETRY_DELAYS[attempts.length] : undefined;
    // Even nearly no time is some: an event that fails at once after 60 seconds is older than that.
    const tooOld = wait !== undefined && (run === 0 ? failsAt + wait >= age : failsAt + wait > age);
    if (wait === undefined || tooOld) {
      return { attempts: [...attempts, { at, failsAt }], endsAt: failsAt, condition: tooOld ? 'EventAgeExceeded' : 'RetriesExhausted' };
    }
    attempts.push({ at, failsAt, wait });
    at = failsAt + wait;
  }
}
