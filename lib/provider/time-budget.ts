import { TIMEOUT } from '../constraints/aws-lambda/function';

/** How long one run of the handler may take, in seconds: as long as Lambda lets it. */
export const HANDLER_TIMEOUT = TIMEOUT.max;

/**
 * What a run of the handler keeps back for its answer, in seconds.
 *
 * Amazon S3 takes it within one; the rest is for trying again.
 */
export const ANSWER_MARGIN = 60;

/**
 * What may pass before the work begins, in seconds.
 *
 * The request waits in the queue of the handler, its permissions may take two
 * minutes to arrive everywhere, and the function may still be pending.
 */
export const PREPARATION = 300;

/** The longest synchronous work for which the handler can wait, in seconds. */
export const LONGEST_WAIT = HANDLER_TIMEOUT - ANSWER_MARGIN;
