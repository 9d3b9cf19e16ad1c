import type * as events from 'aws-cdk-lib/aws-events';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { ArchiveSource } from './archive-source';
import { BucketSource } from './bucket-source';
import type { DeclaredSource } from './declared-source';
import { QueueSource } from './queue-source';

/** Options of a source. */
export interface ReplaySourceOptions {
  /**
   * Name of the source in plans and reports, and for the member `sources` of an execution's input.
   *
   * 1 to 60 letters, digits, hyphens and underscores.
   *
   * @default - the path of the queue, bucket or bus in its stack, with hyphens
   */
  readonly name?: string;
}

/** Options of a bucket as a source. */
export interface BucketReplaySourceOptions extends ReplaySourceOptions {
  /**
   * Beginning of the keys of the records. A shorter list takes less time: `aws/lambda/async/<function>/2026/11/` has the records of one function and month.
   * With another prefix than the default, a run does not see what comes back to the bucket, and so does not stop by itself.
   *
   * @default 'aws/lambda/async/', as Lambda writes them
   */
  readonly prefix?: string;
}

/**
 * Place with failed events that a replay reads.
 *
 * The replay gets permission to read it, to delete from it what was sent, and to decrypt with its customer managed key. Queues of other accounts and Regions are possible:
 * in another account, the policies of the queue and of its key must allow it, too.
 */
export class ReplaySource {
  /**
   * Queue with records of failed events: a failure destination, a queue that is subscribed to a topic, or the target of a rule.
   *
   * @param queue standard queue
   */
  static queue(queue: sqs.IQueue, options: ReplaySourceOptions = {}): ReplaySource {
    return new ReplaySource(new QueueSource(queue, options.name));
  }

  /**
   * Dead-letter queue of a function. A dead letter does not name its function.
   *
   * @param queue standard queue
   * @param fn function, alias or version that gets the events again; a function stands for its `$LATEST`
   */
  static deadLetterQueue(queue: sqs.IQueue, fn: lambda.IFunction, options: ReplaySourceOptions = {}): ReplaySource {
    return new ReplaySource(new QueueSource(queue, options.name, fn));
  }

  /**
   * Bucket with records of failed events.
   *
   * @param bucket bucket of the account and Region of the stack: Step Functions lists no other
   */
  static bucket(bucket: s3.IBucket, options: BucketReplaySourceOptions = {}): ReplaySource {
    return new ReplaySource(new BucketSource(bucket, options.prefix, options.name));
  }

  /**
   * Archive of an event bus that is a failure destination.
   *
   * A plan replays the archive between `select.from` and `select.until` into a queue of the construct. Only a rule of the construct gets these events, no other one.
   *
   * @param archiveArn ARN of the archive, in the account and Region of the stack
   * @param bus bus that the archive was made for
   */
  static archive(archiveArn: string, bus: events.IEventBus, options: ReplaySourceOptions = {}): ReplaySource {
    return new ReplaySource(new ArchiveSource(archiveArn, bus, options.name));
  }

  /** @internal */
  readonly _declared: DeclaredSource;

  private constructor(declared: DeclaredSource) {
    this._declared = declared;
  }
}
