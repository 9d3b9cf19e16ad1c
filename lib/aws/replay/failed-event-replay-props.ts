import type { Duration } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { ReplaySource } from './replay-source';

/** Options of a replay of failed events. */
export interface FailedEventReplayOptions {
  /**
   * Functions, aliases or versions that the replay may invoke, with any of their qualifiers. Events for others are listed in the plan and never sent.
   *
   * Name a function here, too, that shall get the events of another one by the member `target` of an execution's input.
   *
   * @default - the functions of the app whose failure destination or dead-letter queue is one of the sources
   */
  readonly targets?: lambda.IFunction[];

  /**
   * Events that a run sends in a second, over all workers: 1 to 10,000. The member `rate` of an execution's input overrides it.
   *
   * The run slows down by itself while a function throttles or its events wait too long.
   *
   * @default 100
   */
  readonly rate?: number;

  /**
   * Workers that a run has at the same time for each queue, and for all buckets together: 1 to 1,000. The member `workers` of an execution's input overrides it.
   *
   * @default 5
   */
  readonly workers?: number;

  /**
   * Events that one worker sends at the same time: 1 to 100. The member `concurrency` of an execution's input overrides it.
   *
   * @default 10
   */
  readonly concurrency?: number;

  /**
   * Times that one event is replayed at most, over all runs: 1 to 8. The member `maxAttempts` of an execution's input overrides it.
   *
   * @default 3
   */
  readonly maxAttempts?: number;

  /**
   * Share of the replayed events that may fail again before a run stops: 0.01 to 1. With 1, it never stops. The member `maxFailureShare` of an execution's input overrides it.
   *
   * @default 0.5
   */
  readonly maxFailureShare?: number;

  /**
   * Age of events that wait for a function (metric `AsyncEventAge`) from which a run slows down: 1 second to 6 hours. The member `maxEventAge` of an execution's input overrides it.
   *
   * @default Duration.minutes(1)
   */
  readonly maxEventAge?: Duration;

  /**
   * Time for which the ledger remembers an event that was sent: 15 to 3,650 days. The least is more than a queue keeps a message.
   *
   * @default Duration.days(90)
   */
  readonly ledgerRetention?: Duration;

  /**
   * Time for which plans and reports are kept: 1 to 3,650 days.
   *
   * @default Duration.days(90)
   */
  readonly reportRetention?: Duration;

  /**
   * Keeps the records of a bucket after their events were sent. Messages of queues are deleted in any case.
   *
   * @default false
   */
  readonly keepObjects?: boolean;

  /**
   * Users and roles that may plan and run replays, as `grantReplay` allows.
   *
   * @default - only principals that may start any state machine of the account
   */
  readonly replayers?: iam.IGrantable[];

  /**
   * Users and roles that may plan, and send nothing, as `grantPlan` allows.
   *
   * @default - only `replayers`, and principals that may start any state machine of the account
   */
  readonly planners?: iam.IGrantable[];

  /**
   * Actions of the two alarms: a run has stopped because too much failed again, and events are in doubt.
   *
   * @default - the alarms have no actions
   */
  readonly alarmActions?: cloudwatch.IAlarmAction[];

  /**
   * Customer managed key for the ledger, for plans and reports, and for the queue behind an archive.
   *
   * @default - keys that AWS manages
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * Runtime of the workers: Node.js 22 or newer.
   *
   * @default - the newest Node.js runtime that aws-cdk-lib knows for the stack's Region
   */
  readonly runtime?: lambda.Runtime;

  /**
   * Memory of a worker in MiB, 128 to 10,240. A plan holds one line for each message of a queue.
   *
   * @default 512
   */
  readonly memorySize?: number;

  /**
   * How long CloudWatch Logs keeps the logs of workers and executions. They contain no events.
   *
   * @default logs.RetentionDays.THREE_MONTHS
   */
  readonly logRetention?: logs.RetentionDays;
}

/** Properties of `FailedEventReplay`. */
export interface FailedEventReplayProps extends FailedEventReplayOptions {
  /** Places with the records or dead letters of failed events, at least one. */
  readonly from: ReplaySource[];
}
