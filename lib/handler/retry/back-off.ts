import type { ErrorClass } from './error-class';
import { HANDLER_TIME } from '../../contract/handler-time';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Time for retries of a class of errors, in milliseconds from the first such error. */
export const BUDGETS: Readonly<Record<ErrorClass, number>> = {
  'wait': HANDLER_TIME.retries * SECOND,
  // Lambda works on it, e.g. on a new snapshot.
  'long wait': 10 * MINUTE,
  // IAM spreads permissions within seconds as a rule; users have seen more than one minute.
  'grant': 2 * MINUTE,
  // An error that lasts for half a minute most likely stays.
  'maybe': 30 * SECOND,
  // Only for calls that may be repeated: the connection broke.
  'unanswered': 1 * MINUTE,
  'no': 0,
};

const FIRST_DELAY = 0.5 * SECOND;

/** Longest delay, so that a retry soon notices when the error has passed. */
export const LONGEST_DELAY = 10 * SECOND;

/**
 * Delay before the next attempt in milliseconds: a random part of a bound that doubles ("full jitter"), so that many callers spread.
 *
 * @param failures number of failures so far, from 1
 * @param random number from 0 to below 1
 */
export function backOff(failures: number, random: number): number {
  return random * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (failures - 1));
}
