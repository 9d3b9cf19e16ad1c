import type { ReplayManifestLine, ReplayPlanSummary, ReplaySelection } from './replay-plan';
import type { ReplayReport } from './replay-report';

/** Actions of the worker: each state of the state machine asks for one. */
export const REPLAY_ACTION = {
  /** First state of each execution: checks its input, and spreads the work. */
  prepare: 'prepare',

  /** Plan of one queue, in one run: peeks, and gives every message back. */
  planQueue: 'plan-queue',

  /** Plan of some objects of a bucket: a child of the Distributed Map over the objects. */
  planObjects: 'plan-objects',

  /** Last state of a plan: counts, estimates and writes the manifest. */
  mergePlan: 'merge-plan',

  /** Sends from one queue what the plan lists. Call it again until `done`. */
  runQueue: 'run-queue',

  /** Sends some lines of the manifest: a child of the Distributed Map over it. Call it again, with the same input, until `done`. */
  runBatch: 'run-batch',

  /** Looks at the run while it lasts: adapts the rate, stops it, writes the progress. Call it every `WATCH_SECONDS` until `over`. */
  watch: 'watch',

  /** Ends a run after its last worker, so that `watch` is over. */
  close: 'close',

  /** Last state of a run: compares the manifest with the ledger and writes the report. */
  report: 'report',
} as const;

/** Names of the variables in the environment of the worker. */
export const REPLAY_ENV = {
  /** Name of the ledger, a DynamoDB table with the partition key `LEDGER_KEY`. */
  table: 'REPLAY_TABLE',

  /** Name of the work bucket. */
  bucket: 'REPLAY_BUCKET',

  /** `ReplaySource[]` as JSON. */
  sources: 'REPLAY_SOURCES',

  /** `ReplayTarget[]` as JSON. */
  targets: 'REPLAY_TARGETS',

  /** Days for which the ledger remembers an event, as text; absent for `REPLAY_DEFAULTS.ledgerDays`. */
  ledgerDays: 'REPLAY_LEDGER_DAYS',

  /** `true` if a copy stays in its bucket after its event was sent. Messages of queues are deleted in any case. */
  keepObjects: 'REPLAY_KEEP_OBJECTS',

  /** Value of the dimension `REPLAY_METRICS.dimension`. */
  name: 'REPLAY_NAME',
} as const;

/** Metrics that `watch` and `report` write into the log (embedded metric format), as differences: sum them up. */
export const REPLAY_METRICS = {
  namespace: 'CdkAsyncInvoke/Replay',
  dimension: 'Replay',
  names: ['Sent', 'Refused', 'InDoubt', 'Throttled', 'FailedAgain', 'Succeeded', 'Stopped'],
} as const;

/** Calls of the worker, as actions of IAM. */
export const REPLAY_PERMISSIONS = {
  /** On each queue. */
  queue: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],

  /** On the objects of each bucket. */
  objects: ['s3:GetObject', 's3:DeleteObject'],

  /** On each bucket, and on the work bucket. */
  bucket: ['s3:ListBucket'],

  /** On the objects of the work bucket. */
  work: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],

  /** On the ledger. */
  ledger: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],

  /** On each function and its qualifiers. */
  functions: ['lambda:InvokeFunction'],

  /** On `*`: `AsyncEventAge` of the functions. */
  metrics: ['cloudwatch:GetMetricData'],
} as const;

/** Needs of the function that runs the worker: Node.js, `index.handler` of `assets/replay`. */
export const REPLAY_FUNCTION = {
  /** In seconds. */
  timeout: 900,

  /** In MiB. A plan holds the receipt handles of all messages of a queue. */
  memory: 512,
} as const;

/** Place with records or dead letters. */
export type ReplaySource = ReplayQueue | ReplayBucket;

export interface ReplayQueue {
  /** Name within the replay: letters, digits, `-` and `_`. */
  readonly name: string;
  readonly kind: 'queue';
  readonly url: string;

  /** Absent for the Region of the worker. */
  readonly region?: string;

  /** Function whose dead letters are in the queue: its ARN, with the qualifier that gets the events. Dead letters do not name their function. */
  readonly deadLettersOf?: string;
}

export interface ReplayBucket {
  /** Name within the replay: letters, digits, `-` and `_`. */
  readonly name: string;
  readonly kind: 'bucket';
  readonly bucket: string;

  /** Absent for `RECORD_PREFIX`. */
  readonly prefix?: string;

  /** Absent for the Region of the worker. */
  readonly region?: string;
}

/** Function that the worker may invoke. */
export interface ReplayTarget {
  /** ARN without qualifier. The permission includes all qualifiers. */
  readonly functionArn: string;

  /** Present for a durable function: its events get execution names. */
  readonly durable?: true;
}

/** Keys of records begin with this, if Lambda wrote them. */
export const RECORD_PREFIX = 'aws/lambda/async/';

/** Input of an execution, as users write it. The name of the execution becomes the name of the plan or run. */
export interface ReplayInput {
  /** @default plan */
  readonly mode?: 'plan' | 'run' | 'report';

  /** Name of a plan; required to run. */
  readonly plan?: string;

  /** Name of a run; required for a new report of it. */
  readonly run?: string;

  /** With `plan`: names of the sources; all by default. */
  readonly sources?: readonly string[];

  /** With `plan`: which events; all that `retryAdvice` does not call `never`, by default. */
  readonly select?: ReplaySelection;

  /** With `plan` and `limit`: which events are within the limit. */
  readonly order?: 'oldest' | 'newest';

  /** With `plan`: most events. */
  readonly limit?: number;

  /** With `plan`: gets the events instead: an ARN with or without qualifier, or `:qualifier` for another qualifier of each function. */
  readonly target?: string;

  /** With `run`: events in a second, over all workers; can be changed in the control item. */
  readonly rate?: number;

  /** With `run`: workers at the same time. `UpdateMapRun` changes it for buckets. */
  readonly workers?: number;

  /** With `run`: events that one worker sends at the same time; can be changed in the control item. */
  readonly concurrency?: number;

  /** With `run`: most times that one event is replayed, over all runs. */
  readonly maxAttempts?: number;

  /** With `run`: whether to send events that are in doubt again: each may then arrive twice. */
  readonly inDoubt?: 'leave' | 'send';

  /** With `run`: share of the replayed events that may fail again before the run stops, above 0 to 1. 1 never stops. */
  readonly maxFailureShare?: number;

  /** With `run`: age in seconds of asynchronous events (`AsyncEventAge`) from which the run slows down. */
  readonly maxEventAge?: number;
}

/** Input of every action: what the state machine passes on. */
export type ReplayRequest =
  | PrepareRequest | PlanQueueRequest | PlanObjectsRequest | MergePlanRequest
  | RunQueueRequest | RunBatchRequest | WatchRequest | CloseRequest | ReportRequest;

export interface PrepareRequest {
  readonly action: typeof REPLAY_ACTION.prepare;

  /** `$$.Execution.Name` */
  readonly execution: string;

  /** `$$.Execution.Input` */
  readonly input: ReplayInput;

  /** Settings of the construct, for what the input leaves out. */
  readonly defaults?: ReplayDefaults;
}

/** Settings that a construct may have for its runs. A plan estimates with them. */
export type ReplayDefaults = Pick<ReplayInput, 'rate' | 'workers' | 'concurrency' | 'maxAttempts' | 'maxFailureShare' | 'maxEventAge'>;

/** Result of `prepare`. Lists that a mode does not need are empty, so that each state finds its items. */
export interface Prepared {
  readonly mode: 'plan' | 'run' | 'report';

  /** Name of the plan. */
  readonly plan: string;

  /** Name of the run; empty for a plan. */
  readonly run: string;

  /** To plan: an item for each queue. To run: an item for each queue and worker. */
  readonly queues: readonly QueueItem[];

  /** To plan: an item for each bucket and prefix, each for a Distributed Map over `s3:listObjectsV2`. */
  readonly prefixes: readonly PrefixItem[];

  /** To run: at most one item, for the Distributed Map over the manifest (JSON Lines). */
  readonly manifests: readonly ManifestItem[];

  /** To run: `MaxConcurrency` of the map over the manifest, 1 or more. */
  readonly workers: number;
}

export interface QueueItem {
  readonly source: string;

  /** From 0. */
  readonly worker: number;
}

export interface PrefixItem {
  readonly source: string;
  readonly bucket: string;
  readonly prefix: string;
}

export interface ManifestItem {
  readonly bucket: string;
  readonly key: string;
}

export interface PlanQueueRequest {
  readonly action: typeof REPLAY_ACTION.planQueue;
  readonly plan: string;
  readonly source: string;
}

export interface PlanObjectsRequest {
  readonly action: typeof REPLAY_ACTION.planObjects;
  readonly plan: string;
  readonly source: string;

  /** Batch of what `s3:listObjectsV2` returns, from `ItemBatcher`. */
  readonly Items: readonly { readonly Key: string; readonly Size?: number }[];
}

/** Result of `plan-queue` and `plan-objects`. */
export interface Planned {
  readonly read: number;
  readonly selected: number;
}

export interface MergePlanRequest {
  readonly action: typeof REPLAY_ACTION.mergePlan;
  readonly plan: string;
}

/** Result of `merge-plan`: the summary, without the longest lists. The whole is in the work bucket. */
export type MergedPlan = ReplayPlanSummary;

export interface RunQueueRequest {
  readonly action: typeof REPLAY_ACTION.runQueue;
  readonly run: string;
  readonly source: string;
  readonly worker: number;
}

export interface RunBatchRequest {
  readonly action: typeof REPLAY_ACTION.runBatch;
  readonly run: string;

  /** Batch of lines of the manifest, from `ItemBatcher`. */
  readonly Items: readonly ReplayManifestLine[];
}

/** Result of `run-queue` and `run-batch`. */
export interface Sent {
  /** Whether nothing is left to do: false if the time of the worker was over first. */
  readonly done: boolean;

  /** Reason why the run was stopped; then `done` is true. */
  readonly stopped?: string;
  readonly sent: number;
  readonly refused: number;
  readonly inDoubt: number;
}

export interface WatchRequest {
  readonly action: typeof REPLAY_ACTION.watch;
  readonly run: string;
}

export interface Watched {
  readonly over: boolean;
}

/** Seconds between two runs of `watch`. */
export const WATCH_SECONDS = 30;

export interface CloseRequest {
  readonly action: typeof REPLAY_ACTION.close;
  readonly run: string;
}

export interface ReportRequest {
  readonly action: typeof REPLAY_ACTION.report;
  readonly run: string;
}

/** Result of `report`. */
export type Reported = ReplayReport;

/** Values of settings that the input leaves out. */
export const REPLAY_DEFAULTS = {
  rate: 100,
  workers: 5,
  concurrency: 10,
  maxAttempts: 3,
  inDoubt: 'leave',
  maxFailureShare: 0.5,

  /** In seconds. */
  maxEventAge: 60,
  ledgerDays: 90,
} as const;

/** Bounds of the settings, both included. */
export const REPLAY_BOUNDS = {
  limit: { min: 1, max: 100_000_000 },

  /** With `order`: these are kept in memory. */
  orderedLimit: { min: 1, max: 100_000 },
  rate: { min: 1, max: 10_000 },
  workers: { min: 1, max: 1_000 },
  concurrency: { min: 1, max: 100 },

  /** Recursion detection of Lambda stops a chain after about 16 runs: half of it. */
  maxAttempts: { min: 1, max: 8 },
  maxFailureShare: { min: 0.01, max: 1 },
  maxEventAge: { min: 1, max: 21_600 },
  ledgerDays: { min: 15, max: 3_650 },
} as const;
