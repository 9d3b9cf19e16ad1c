import type { ErrorClass } from './error-class';
import { HANDLER_TIME } from '../../contract/handler-time';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long, in milliseconds, a class of errors is borne with, counted from the first of them. */
export const BUDGETS: Readonly<Record<ErrorClass, number>> = {
  'wait': HANDLER_TIME.retries * SECOND,
  // Lambda itself works on it, e.g. on a new snapshot, and says only "wait".
  'long wait': 10 * MINUTE,
  // IAM spreads within seconds as a rule; people have seen more than one minute.
  'grant': 2 * MINUTE,
  // If it does not pass in half a minute, it most likely never will.
  'maybe': 30 * SECOND,
  // Only for calls that may be repeated: a broken line, not a slow service.
  'unanswered': 1 * MINUTE,
  'no': 0,
};

const FIRST_DELAY = 0.5 * SECOND;

/** No longer, so that what has passed is noticed. */
export const LONGEST_DELAY = 10 * SECOND;

/**
 * How long to wait before the next attempt: anything up to a bound that doubles, so that many callers spread ("full jitter").
 *
 * @param failures how often it has failed so far, from 1
 * @param random a number from 0 to below 1
 */
export function backOff(failures: number, random: number): number {
  return random * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (failures - 1));
}
