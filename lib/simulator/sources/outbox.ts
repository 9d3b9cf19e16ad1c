import type { SenderMetrics, WatchedSender } from '../../constraints/aws-lambda/sender-metrics';
import type { Lineage } from '../lineage';
import type { MessageAttributes } from '../state';
import type { Cause } from './flow/cause';
import { Hop, type EndKind } from './flow/hop';
import { spoken, type Station } from './flow/station';

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

  /** Counts a delivery that failed for good. */
  count(measured: MeasuredSender, metric: keyof SenderMetrics): void;
}

/** A sender with metrics. */
export interface MeasuredSender {
  readonly kind: WatchedSender;

  /** The ARN of the rule, topic or group of schedules to which the metrics belong. */
  readonly arn: string;
}

/** Why a sender does not try again any more. */
export interface Exhausted {
  readonly by: 'MaximumRetryAttempts' | 'MaximumEventAgeInSeconds';
  readonly retries: number;
}

/** What a sender does about deliveries that fail. */
export interface SenderRules {
  readonly station: Station;

  /** Absent if no page states its metrics. */
  readonly measured?: MeasuredSender;

  /** The wait before a retry, in milliseconds; undefined after the last one. */
  waitBefore(retry: number): number | undefined;

  /** What the dead-letter queue gets. */
  deadLetter(refusal: Refusal, exhausted: Exhausted | undefined): Pick<Parcel, 'text' | 'attributes' | 'groupId'>;
}

/** Delivers something with the retries and the dead-letter queue of its sender. */
export function post(targets: Targets, sender: SenderRules, target: DeployedTarget, parcel: Parcel, cause: Cause): void {
  new Posting(targets, sender, target, parcel, cause).attempt(0);
}

/** Something on its way from a sender to a target. */
class Posting {
  private readonly since: number;

  constructor(
    private readonly targets: Targets,
    private readonly sender: SenderRules,
    private readonly target: DeployedTarget,
    private readonly parcel: Parcel,
    private readonly cause: Cause,
  ) {
    this.since = targets.now();
  }

  attempt(retries: number): void {
    const { targets, sender, target, parcel, cause } = this;
    const refusal = target.problem === undefined
      ? targets.deliver(target.arn, parcel, cause)
      : { code: 'NO_PERMISSIONS', reason: target.problem, isTemporary: false };
    if (!refusal) {
      return;
    }
    if (!refusal.isTemporary) {
      return this.giveUp(refusal);
    }
    const wait = retries < (target.retryAttempts ?? Infinity) ? sender.waitBefore(retries) : undefined;
    if (wait === undefined) {
      return this.giveUp(refusal, { by: 'MaximumRetryAttempts', retries });
    }
    this.note(this.notDelivered(refusal));
    const left = this.since + (target.maxEventAge ?? Infinity) * 1000 - targets.now();
    targets.later(Math.min(wait, left), () => wait < left
      ? this.attempt(retries + 1)
      : this.giveUp(refusal, { by: 'MaximumEventAgeInSeconds', retries }));
  }

  private giveUp(refusal: Refusal, exhausted?: Exhausted): void {
    const { targets, sender, target: { deadLetterQueue }, parcel } = this;
    const text = exhausted ? `given up after ${exhausted.retries} retries` : this.notDelivered(refusal);
    if (!deadLetterQueue) {
      this.count('failed');
      this.note(`lost, ${text}`, this.cause, 'lost');
      return;
    }
    const given = this.note(text);
    const letter: Parcel = { ...parcel, ...sender.deadLetter(refusal, exhausted), what: 'dead letter' };
    const lost = deadLetterQueue.problem ?? targets.deliver(deadLetterQueue.arn, letter, given)?.reason;
    // A rule does not count what it sends to a dead-letter queue; the others count whatever they give up.
    if (sender.measured?.kind !== 'event-rule' || lost !== undefined) {
      this.count('failed');
    }
    if (lost !== undefined) {
      this.count('deadLetterFailed');
      this.note(`lost, not delivered to its dead-letter queue either: ${lost}`, given, 'lost');
    }
  }

  private count(metric: keyof SenderMetrics): void {
    const { targets, sender: { measured } } = this;
    if (measured) {
      targets.count(measured, metric);
    }
  }

  private notDelivered({ reason }: Refusal): string {
    return `not delivered to ${spoken(this.targets.stationOf(this.target.arn))}: ${reason}`;
  }

  private note(text: string, cause: Cause = this.cause, end?: EndKind): Hop {
    return new Hop(this.targets.now(), this.sender.station, text, cause, end);
  }
}
