import { SERVICE_TIMEOUT } from '../constraints/aws-lambda/custom-resource';
import { TIMEOUT } from '../constraints/aws-lambda/function';
import { HANDLER_TIME } from '../contract/handler-time';

/** The timeout of the handler, in seconds: the longest that Lambda allows. */
export const HANDLER_TIMEOUT = TIMEOUT.max;

/** The time that a run of the handler needs besides the invocation, in seconds. */
const OVERHEAD = HANDLER_TIME.invocation + HANDLER_TIME.report + HANDLER_TIME.answer + HANDLER_TIME.spare;

/** How long a request may wait for a run of the handler, and how long a function may be pending, in seconds. */
const QUEUE = 60;
const PENDING = 60;

/** The time before and after the work itself, in seconds: until it begins, and until CloudFormation has the answer. */
export const PREPARATION = QUEUE + PENDING + HANDLER_TIME.retries + OVERHEAD;

/**
 * How long CloudFormation must wait for some work, in seconds: the longest time of its runs, even for short work.
 *
 * A run may wait for a function that is not ready or is throttled, and it works on even after CloudFormation has given up
 * and rolled back. It always answers before its own end.
 *
 * @param work in seconds
 */
export function waitFor(work: number): number {
  return Math.min(runsFor(work) * (QUEUE + HANDLER_TIMEOUT), SERVICE_TIMEOUT.max);
}

/** The number of runs that some work may take. */
export function runsFor(work: number): number {
  return Math.ceil((work + PREPARATION) / HANDLER_TIMEOUT);
}

/** The longest synchronous invocation that the handler can wait for, in seconds. */
export const LONGEST_WAIT = HANDLER_TIMEOUT - OVERHEAD;
