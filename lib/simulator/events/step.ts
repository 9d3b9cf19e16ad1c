/** What happened to an event, apart from the acceptance. A list that is linked backwards: events are many, and most of their stories are never told. */
export type EventStep = Ran | DidNotRun | WasGivenUp | WasSent | WasNotSent;

interface AnyStep {
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly previous: EventStep | undefined;
}

/** The function ran. */
export interface Ran extends AnyStep {
  readonly kind: 'succeeded' | 'failed' | 'timed-out';
  readonly version: string;

  /** Present when it threw. The error itself is kept for the last run only. */
  readonly errorType: string | undefined;
}

/** The function was to run and did not: throttled, a system error, or the function, version or alias is not there any more. */
export interface DidNotRun extends AnyStep {
  readonly kind: 'throttled' | 'system-error' | 'gone';
}

/** The event was dropped. */
export interface WasGivenUp extends AnyStep {
  readonly kind: 'given-up';
}

/** A record or dead letter arrived. */
export interface WasSent extends AnyStep {
  readonly kind: 'sent';
  readonly role: DeliveryRole;

  /** What it went to, e.g. "queue `Failed`". */
  readonly to: string;
  readonly note?: string;
}

/** A record or dead letter could not be delivered. */
export interface WasNotSent extends AnyStep {
  readonly kind: 'not-sent';
  readonly role: DeliveryRole;
  readonly to: string;
  readonly reason: string;
}

/** What a delivery is for. */
export type DeliveryRole = 'on-success' | 'on-failure' | 'dead-letter';
