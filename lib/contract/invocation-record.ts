/**
 * What Lambda tells a destination about an asynchronous invocation.
 *
 * Every part that Lambda was recorded to leave out is optional: an event that was
 * given up because of a reserved concurrency of 0 has no response at all.
 */
export interface InvocationRecord {
  readonly version: string;

  /** ISO 8601 with milliseconds, UTC. */
  readonly timestamp: string;
  readonly requestContext: RequestContext;

  /** The event as it was sent; absent if the record would have been too large for its topic. */
  readonly requestPayload?: unknown;
  readonly responseContext?: ResponseContext;

  /** The result, or the error of the last attempt. */
  readonly responsePayload?: unknown;

  /** Present when the response could not be delivered, e.g. because it is no JSON. */
  readonly deliveryError?: { readonly statusCode?: number; readonly errorCode?: string };
}

export interface RequestContext {
  /** The same for all attempts of one event. */
  readonly requestId: string;

  /** Always qualified, by what the caller used: alias, version or `$LATEST`. */
  readonly functionArn: string;
  readonly condition: Condition | (string & {});

  /** How often the function ran: 0 if never. */
  readonly approximateInvokeCount: number;
}

export interface ResponseContext {
  /** 200 also for function errors. */
  readonly statusCode?: number;
  readonly executedVersion?: string;

  /** Present for function errors only. */
  readonly functionError?: string;
}

/** How the invocation ended. */
export type Condition = (typeof CONDITION)[keyof typeof CONDITION];

/** The conditions that were recorded from the service. */
export const CONDITION = {
  success: 'Success',
  retriesExhausted: 'RetriesExhausted',
  eventAgeExceeded: 'EventAgeExceeded',
  zeroReservedConcurrency: 'ZeroReservedConcurrency',
} as const;
