import { REPLAY_FUNCTION } from '../../contract/replay';
import type { ReplayEstimate } from '../../contract/replay-plan';

/** US dollars for one unit, at the list prices of us-east-1 in 2026. */
export const PRICE = {
  /** Amazon DynamoDB, on demand: a write of up to 1 KB, a read of up to 4 KB. */
  write: 0.625 / 1e6,
  read: 0.125 / 1e6,

  /** Amazon SQS, standard queue: a request of up to 64 KB. */
  queueRequest: 0.4 / 1e6,

  /** Amazon S3: GET. DELETE is free. */
  get: 0.4 / 1e6,

  /** AWS Step Functions, standard workflow. */
  transition: 25 / 1e6,

  /** AWS Lambda, x86. */
  gigabyteSecond: 0.0000166667,
} as const;

/** Bytes of a request to a queue that cost as much as one. */
const CHUNK = 64 * 1024;

/** Most messages in one request. */
const BATCH = 10;

/** Objects in one child of the Distributed Map; states of it. */
const ITEMS = 100;
const TRANSITIONS = 4;

/** Numbers that time and cost depend on. */
export interface Amounts {
  readonly fromQueues: number;
  readonly fromBuckets: number;

  /** Sum of the lengths of all events. */
  readonly bytes: number;
  readonly rate: number;
  readonly workers: number;
}

/**
 * Time and cost of a run: ledger, reads of the source, and workers, which wait for their turn at low rates. The functions
 * that run again cost extra.
 */
export function estimate({ fromQueues, fromBuckets, bytes, rate, workers }: Amounts): ReplayEstimate {
  const events = fromQueues + fromBuckets;
  const seconds = Math.ceil(events / rate);
  // Written before the send, after it, and for the new request id. Read for the event, and for an earlier replay that it may be of.
  const ledger = events * (3 * PRICE.write + 2 * PRICE.read);
  const averageBytes = events === 0 ? 0 : bytes / events;
  const receives = Math.ceil(Math.max(1, averageBytes * BATCH / CHUNK)) / BATCH;
  const queues = fromQueues * PRICE.queueRequest * (receives + 1 / BATCH);
  const buckets = fromBuckets * (PRICE.get + TRANSITIONS / ITEMS * PRICE.transition);
  const lambda = seconds * workers * REPLAY_FUNCTION.memory / 1024 * PRICE.gigabyteSecond;
  return { seconds, dollars: Math.round((ledger + queues + buckets + lambda) * 100) / 100 };
}
