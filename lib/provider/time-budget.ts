import { SERVICE_TIMEOUT } from '../constraints/aws-lambda/custom-resource';
import { TIMEOUT } from '../constraints/aws-lambda/function';
import { HANDLER_TIME } from '../contract/handler-time';

/** How long one run of the handler may take, in seconds: as long as Lambda lets it. */
export const HANDLER_TIMEOUT = TIMEOUT.max;

/** What a run of the handler needs besides the time of an invocation, in seconds. */
const OVERHEAD = HANDLER_TIME.invocation + HANDLER_TIME.report + HANDLER_TIME.answer + HANDLER_TIME.spare;

/** How long a request may wait for a run of the handler, and how long a function may be pending, in seconds. */
const QUEUE = 60;
const PENDING = 60;

/** What may pass besides the work itself, in seconds: until it begins, and until CloudFormation has its answer. */
export const PREPARATION = QUEUE + PENDING + HANDLER_TIME.retries + OVERHEAD;

/**
 * How long CloudFormation has to wait for some work, in seconds: as long as its runs may take, however short the work is.
 *
 * A run may have to wait for a function that is not ready, or is throttled, and would do its work even after
 * CloudFormation has given it up and rolled back. It answers before its own end in any case.
 *
 * @param work in seconds
 */
export function waitFor(work: number): number {
  return Math.min(runsFor(work) * (QUEUE + HANDLER_TIMEOUT), SERVICE_TIMEOUT.max);
}

/** How many runs of the handler some work may take: more than one if the time of one does not do. */
export function runsFor(work: number): number {
  return Math.ceil((work + PREPARATION) / HANDLER_TIMEOUT);
}

/** The longest synchronous work for which the handler can wait, in seconds. */
export const LONGEST_WAIT = HANDLER_TIMEOUT - OVERHEAD;
