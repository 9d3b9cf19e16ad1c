import type { Cause } from './flow/cause';
import { Hop } from './flow/hop';
import { spoken, type Station } from './flow/station';
import type { Lineage } from '../lineage';
import type { MessageAttributes } from '../state';

/** Where a sender delivers to, after the deployment. */
export interface DeployedTarget {
  readonly arn: string;

  /** The reason why the sender certainly may not deliver there. */
  readonly problem?: string;

  /** The queue for what cannot be delivered. */
  readonly deadLetterQueue?: { readonly arn: string; readonly problem?: string };

  /** How often the sender tries again if the target is unavailable. */
  readonly retryAttempts?: number;

  /** For how long it tries, in seconds. */
  readonly maxEventAge?: number;
}

/** What a sender delivers. */
export interface Parcel {
  /** For people, e.g. "event". */
  readonly what: string;

  /** The payload of a function, the body of a message in a queue, the message of a topic, or the event of a bus. */
  readonly text: string;
  readonly attributes?: MessageAttributes;
  readonly subject?: string;
  readonly groupId?: string;
  readonly deduplicationId?: string;

  /** The invocation that has caused it, if the service passes that on to Lambda. */
  readonly lineage: Lineage | undefined;
}

/** Why a delivery failed. */
export interface Refusal {
  /** Of EventBridge, e.g. `NO_PERMISSIONS`. */
  readonly code: string;
  readonly reason: string;

  /** Whether the sender tries again. */
  readonly isTemporary: boolean;
}

/** Whatever can be reached by its ARN. */
export interface Targets {
  now(): number;

  /** Delivers something; returns why that failed. */
  deliver(arn: string, parcel: Parcel, cause: Cause): Refusal | undefined;

  /** Tries again later. */
  later(wait: number, happen: () => void): void;

  stationOf(arn: string): Station;
}

/** Why a sender does not try again any more. */
export interface Exhausted {
  readonly by: 'MaximumRetryAttempts' | 'MaximumEventAgeInSeconds';
  readonly retries: number;
}

/** What a sender does about deliveries that fail. */
export interface SenderRules {
  readonly station: Station;

  /** The wait before a retry, in milliseconds; undefined after the last one. */
  waitBefore(retry: number): number | undefined;

  /** What the dead-letter queue gets. */
  deadLetter(refusal: Refusal, exhausted: Exhausted | undefined): Pick<Parcel, 'text' | 'attributes' | 'groupId'>;
}

/** Delivers with the retries and the dead-letter queue of a sender. */
export function post(targets: Targets, sender: SenderRules, target: DeployedTarget, parcel: Parcel, cause: Cause, retries = 0, since = targets.now()): void {
  const refusal = target.problem === undefined
    ? targets.deliver(target.arn, parcel, cause)
    : { code: 'NO_PERMISSIONS', reason: target.problem, isTemporary: false };
  if (!refusal) {
    return;
  }
  if (!refusal.isTemporary) {
    return giveUp(targets, sender, target, parcel, refusal, undefined, cause);
  }
  const wait = retries < (target.retryAttempts ?? Infinity) ? sender.waitBefore(retries) : undefined;
  if (wait === undefined) {
    return giveUp(targets, sender, target, parcel, refusal, { by: 'MaximumRetryAttempts', retries }, cause);
  }
  new Hop(targets.now(), sender.station, notDelivered(targets, target, refusal), cause);
  const left = since + (target.maxEventAge ?? Infinity) * 1000 - targets.now();
  targets.later(Math.min(wait, left), () => wait < left
    ? post(targets, sender, target, parcel, cause, retries + 1, since)
    : giveUp(targets, sender, target, parcel, refusal, { by: 'MaximumEventAgeInSeconds', retries }, cause));
}

function giveUp(targets: Targets, sender: SenderRules, target: DeployedTarget, parcel: Parcel, refusal: Refusal, exhausted: Exhausted | undefined, cause: Cause): void {
  const { deadLetterQueue } = target;
  const text = `${exhausted ? `given up after ${exhausted.retries} retries` : notDelivered(targets, target, refusal)}`;
  if (!deadLetterQueue) {
    new Hop(targets.now(), sender.station, `lost, ${text}`, cause, 'lost');
    return;
  }
  const given = new Hop(targets.now(), sender.station, text, cause);
  const lost = deadLetterQueue.problem ?? targets.deliver(deadLetterQueue.arn, { ...parcel, ...sender.deadLetter(refusal, exhausted), what: 'dead letter' }, given)?.reason;
  if (lost !== undefined) {
    new Hop(targets.now(), sender.station, `lost, not delivered to its dead-letter queue either: ${lost}`, given, 'lost');
  }
}

function notDelivered(targets: Targets, { arn }: DeployedTarget, { reason }: Refusal): string {
  return `not delivered to ${spoken(targets.stationOf(arn))}: ${reason}`;
}
