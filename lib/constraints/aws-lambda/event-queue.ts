import { RETRY_ATTEMPTS } from './event-invoke-config';
import * as recordings from './recordings';
import type { Rule } from '../rule';

const GUIDE = 'AWS Lambda developer guide, "How Lambda handles errors and retries with asynchronous invocation"';

/** The wait before the first and before the second retry of a failed event, in seconds. */
export const RETRY_DELAYS: readonly number[] = [60, 120];

/** The wait after throttles and system errors, in seconds: doubled each time, and not counted as an attempt. */
export const THROTTLE_BACK_OFF = { first: 1, longest: 300 } as const;

/**
 * The shortest event age that guarantees a number of retries, in seconds.
 *
 * Lambda retries only if the event is still young enough after the wait,
 * so the runs count with their full timeout.
 *
 * @param retries the wanted number of retries
 * @param timeout the function's timeout, in seconds
 */
export function shortestAgeForRetries(retries: number, timeout: number): number {
  return RETRY_DELAYS.slice(0, retries).reduce((age, delay) => age + delay + timeout, 0);
}

/**
 * The number of retries that fit into an event age if the function needs
 * nearly no time. More never happen, whatever its timeout.
 *
 * An age that equals the sum of the waits is too short, because each run takes some time:
 * with 60 seconds Lambda was recorded not to retry, with 90 to retry once.
 *
 * @param age in seconds
 * @param retries the wanted number of retries
 */
export function retriesWithin(age: number, retries: number): number {
  let possible = 0;
  while (possible < Math.min(retries, RETRY_DELAYS.length) && shortestAgeForRetries(possible + 1, 0) < age) {
    possible += 1;
  }
  return possible;
}

export const EVENT_AGE_TOO_SHORT_FOR_RETRIES: Rule = {
  id: 'EventAgeTooShortForRetries',
  rule: 'leave time for the retries',
  consequence: `Lambda waits ${RETRY_DELAYS[0]} seconds before the first retry and ${RETRY_DELAYS[1]} before the second, and gives up an event that would be too old by then.`,
  remedy: 'Raise `maxEventAge`, or lower `retryAttempts` to the number of retries that fit.',
  source: `${GUIDE}; look-ahead recorded from the service`,
  evidence: { grade: 'recorded', recordings: [recordings.AGE_OF_ONE_MINUTE] },
};

export const ZERO_RESERVED_CONCURRENCY: Rule = {
  id: 'ZeroReservedConcurrency',
  rule: 'not be 0 for a function that is invoked asynchronously',
  consequence: 'Lambda accepts each event but never runs the function: the event goes to the failure destination, or is lost.',
  remedy: 'Raise `reservedConcurrentExecutions`, or acknowledge this warning if the function is switched off on purpose.',
  source: 'AWS Lambda developer guide; condition ZeroReservedConcurrency recorded from the service',
  evidence: { grade: 'recorded', recordings: [recordings.RESERVE_OF_ZERO] },
};

export const RULE_RETRIES_ONLY: Rule = {
  id: 'RuleRetriesOnly',
  rule: 'not be 0 while Lambda still retries the function',
  consequence: `These retries end when Lambda accepts the event; Lambda then retries a function that fails up to ${RETRY_ATTEMPTS.default} times.`,
  remedy: 'Also set `retryAttempts: 0` in the event invoke config of the qualifier that is invoked.',
  source: GUIDE,
  evidence: {
    grade: 'derived',
    from: [
      'Lambda accepts an event before it runs the function, as recorded.',
      'EventBridge retries only until its target accepts the event, as documented.',
      'Lambda retries a function that fails twice by default, as documented.',
    ],
  },
};
