import type { Origin } from './resource';
import type { FunctionTarget, Target } from '../targets/target';
import type { Setting, Text, Unknown } from '../values/value';

/** The kind of sender of a delivery. */
export type DeliveryKind =
  | 's3-notification' | 'sns-subscription' | 'event-rule' | 'schedule' | 'pipe' | 'log-subscription' | 'alarm' | 'iot-rule'
  | 'ses-receipt-rule' | 'codecommit-trigger' | 'config-rule' | 'state-machine' | 'api-integration' | 'pipeline-action' | 'appsync-resolver' | 'iot-events' | 'deploy-time-invocation' | 'on-success' | 'on-failure' | 'dead-letter-queue';

/** A way of events from one resource to another. A delivery to a function is an asynchronous invocation. */
export interface Delivery {
  readonly kind: DeliveryKind;
  readonly origin: Origin;

  /** The property of `origin` that names the target, e.g. `Targets[0].Arn`. */
  readonly property: string;

  /** The bucket, topic, bus, repository, source of a pipe, or function that sends the event; absent if `origin` is the source, e.g. a schedule. */
  readonly from?: Target | Unknown;
  readonly to: Target | Unknown;

  /** The ARN of `origin`, spelled out as permissions may name it; of rules only. */
  readonly originArn?: Text;

  /** The retries of the sender until Lambda accepts the event. */
  readonly retryAttempts?: Setting<number>;

  /** The maximum event age at the sender, in seconds. */
  readonly maxEventAge?: Setting<number>;

  /** The sender's dead-letter queue, for events that Lambda does not accept. */
  readonly deadLetterQueue?: Target | Unknown;

  /** The property of `origin` that names this queue; absent if the sender cannot have one. */
  readonly deadLetterProperty?: string;

  /** The role of the sender, if it has one. */
  readonly role?: Target | Unknown;

  /** Absent if the app does not switch it on or off. */
  readonly enabled?: Setting<boolean>;

  /** The event pattern of a rule. */
  readonly eventPattern?: EventPattern | Unknown;

  /** Whether the target is certainly not a function, though it may be unknown. */
  readonly neverToFunction?: boolean;

  /** Whether a filter or a list of event types may hold back new events. See `eventPattern` for rules. */
  readonly filtered?: boolean;
}

/** The parts of an event pattern that decide about events of Lambda, and about new objects of S3. An absent list matches everything; ARNs of declared resources are spelled out. */
export interface EventPattern {
  readonly source?: readonly Text[];
  readonly detailType?: readonly Text[];
  readonly resources?: readonly Text[];

  /** The names of buckets, of which only events of S3 tell. */
  readonly bucketNames?: readonly Text[];

  /** Whether the pattern has further conditions. */
  readonly more: boolean;
}

/** A source that is polled for a function: `AWS::Lambda::EventSourceMapping`, or a pipe that waits for its function. */
export interface EventSource extends Origin {
  readonly source?: Target | Unknown;
  readonly function: FunctionTarget | Unknown;
  readonly enabled?: Setting<boolean>;
  readonly onFailure?: Target | Unknown;

  /** Whether it has filter criteria. */
  readonly filtered: boolean;
}
