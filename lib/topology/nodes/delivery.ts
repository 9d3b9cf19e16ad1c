import type { Origin } from './resource';
import type { FunctionTarget, Target } from '../targets/target';
import type { Setting, Text, Unknown } from '../values/value';

/** What makes a delivery. */
export type DeliveryKind =
  | 's3-notification' | 'sns-subscription' | 'event-rule' | 'schedule' | 'pipe' | 'log-subscription' | 'alarm' | 'iot-rule'
  | 'ses-receipt-rule' | 'codecommit-trigger' | 'config-rule' | 'deploy-time-invocation' | 'on-success' | 'on-failure' | 'dead-letter-queue';

/** An event that goes from one thing to another, by what `origin` declares. To a function it is an asynchronous invocation. */
export interface Delivery {
  readonly kind: DeliveryKind;
  readonly origin: Origin;

  /** E.g. `Targets[0].Arn`. */
  readonly property: string;

  /** The bucket, topic, bus, repository, source of a pipe or function that the event comes from; absent where `origin` itself makes it, as a schedule does. */
  readonly from?: Target | Unknown;
  readonly to: Target | Unknown;

  /** The sender's own retries, before Lambda has accepted the event. */
  readonly retryAttempts?: Setting<number>;

  /** The sender's own longest age, in seconds. */
  readonly maxEventAge?: Setting<number>;

  /** Where the sender puts what Lambda did not accept. */
  readonly deadLetterQueue?: Target | Unknown;

  /** The role that the sender acts as, where it has one. */
  readonly role?: Target | Unknown;

  /** Absent when it cannot be switched off, or when nothing is said. */
  readonly enabled?: Setting<boolean>;

  /** What a rule matches. */
  readonly eventPattern?: EventPattern | Unknown;

  /** Whether a filter, or a choice of events, may keep back some of what is new there; a pattern tells more itself. */
  readonly filtered?: boolean;
}

/** The parts of an event pattern that tell which events of Lambda a rule matches. A list absent here matches everything; ARNs of declared resources are spelled out. */
export interface EventPattern {
  readonly source?: readonly Text[];
  readonly detailType?: readonly Text[];
  readonly resources?: readonly Text[];

  /** Whether it also looks at anything else. */
  readonly more: boolean;
}

/** `AWS::Lambda::EventSourceMapping`. */
export interface EventSource extends Origin {
  readonly source?: Target | Unknown;
  readonly function: FunctionTarget | Unknown;
  readonly enabled?: Setting<boolean>;
  readonly onFailure?: Target | Unknown;

  /** Whether a filter keeps events back. */
  readonly filtered: boolean;
}
