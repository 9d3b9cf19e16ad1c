/** A step in the life of an event, after its acceptance. Steps are linked backwards, because most are never read. */
export type EventStep = Ran | DidNotRun | WasGivenUp | WasSent | WasNotSent;

interface AnyStep {
  /** The time of the step, in milliseconds since 1970. */
  readonly at: number;
  readonly previous: EventStep | undefined;
}

/** The function ran. */
export interface Ran extends AnyStep {
  readonly kind: 'succeeded' | 'failed' | 'timed-out';
  readonly version: string;

  /** The type of the error if the function threw. Only the last run keeps the error itself. */
  readonly errorType: string | undefined;
}

/** The function did not run: a throttle, a system error, or the function, version or alias is gone. */
export interface DidNotRun extends AnyStep {
  readonly kind: 'throttled' | 'system-error' | 'gone';
}

/** Lambda gave the event up. */
export interface WasGivenUp extends AnyStep {
  readonly kind: 'given-up';
}

/** A record or dead letter arrived. */
export interface WasSent extends AnyStep {
  readonly kind: 'sent';
  readonly role: DeliveryRole;

  /** The destination, e.g. "queue `Failed`". */
  readonly to: string;

  /** The ARN of the destination, without a qualifier. */
  readonly arn: string;
  readonly note?: string;
}

/** A record or dead letter was lost. */
export interface WasNotSent extends AnyStep {
  readonly kind: 'not-sent';
  readonly role: DeliveryRole;
  readonly to: string;
  readonly reason: string;
}

/** The purpose of a delivery. */
export type DeliveryRole = 'on-success' | 'on-failure' | 'dead-letter';

/** What arrives in a delivery, for people. */
export const DELIVERED: Readonly<Record<DeliveryRole, string>> = { 'on-success': 'record of the success', 'on-failure': 'record of the failure', 'dead-letter': 'dead letter' };
