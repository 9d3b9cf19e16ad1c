/**
 * The record of an asynchronous invocation, as Lambda sends it to a destination.
 *
 * Members that Lambda was recorded to leave out are optional: an event that was given up because of a reserved
 * concurrency of 0 has no response at all.
 */
export interface InvocationRecord {
  readonly version: string;

  /** The time at which the event succeeded or was given up: ISO 8601 with milliseconds, UTC. */
  readonly timestamp: string;
  readonly requestContext: RequestContext;

  /** The event, parsed; absent if the record was too large for its topic. */
  readonly requestPayload?: unknown;
  readonly responseContext?: ResponseContext;

  /** The response, or the error of the last attempt, parsed. */
  readonly responsePayload?: unknown;

  /** Present if the response could not be delivered, e.g. because it is not JSON. */
  readonly deliveryError?: { readonly statusCode?: number; readonly errorCode?: string };
}

/** The invocation and its end. */
export interface RequestContext {
  /** The request id, the same for all attempts of one event. */
  readonly requestId: string;

  /** The ARN of the function, always with the qualifier of the caller: alias, version or `$LATEST`. */
  readonly functionArn: string;

  /** How the invocation ended. Lambda may send other conditions than those of `CONDITION`. */
  readonly condition: Condition | (string & {});

  /** The number of runs; 0 if the function never ran. */
  readonly approximateInvokeCount: number;
}

/** The last attempt. */
export interface ResponseContext {
  /** The status of the last attempt: 200 for function errors, too. */
  readonly statusCode?: number;

  /** The version that ran; absent if none did. */
  readonly executedVersion?: string;

  /** The kind of function error, e.g. `Unhandled`; present only for function errors. */
  readonly functionError?: string;
}

/** How an invocation ended. */
export type Condition = (typeof CONDITION)[keyof typeof CONDITION];

/** The conditions that were recorded from Lambda. */
export const CONDITION = {
  success: 'Success',
  retriesExhausted: 'RetriesExhausted',
  eventAgeExceeded: 'EventAgeExceeded',
  zeroReservedConcurrency: 'ZeroReservedConcurrency',
} as const;
