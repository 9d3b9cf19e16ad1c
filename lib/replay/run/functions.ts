/** An event for a function. */
export interface Call {
  /** ARN with qualifier. */
  readonly target: string;

  /** The event: JSON text, which is sent as it is. */
  readonly text: string;

  /** Name of the execution of a durable function. */
  readonly executionName?: string;
}

/**
 * What Lambda said to an event:
 *
 * - `accepted`: it is in Lambda's queue;
 * - `throttled`: it is not, and may be sent again soon;
 * - `refused`: it is not, and will be refused again until you change something;
 * - `unknown`: it may be in the queue, or not.
 */
export type Answer =
  | { readonly kind: 'accepted'; readonly newId?: string }
  | { readonly kind: 'throttled'; readonly error: string; readonly retryAfter?: number }
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'unknown'; readonly error: string };

/** Functions that are invoked asynchronously. */
export interface Functions {
  /** Sends an event once. Never throws. */
  invoke(call: Call): Promise<Answer>;
}
