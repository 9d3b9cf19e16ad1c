import type * as events from 'aws-cdk-lib/aws-events';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { BucketDestination } from './bucket-destination';
import { BusDestination } from './bus-destination';
import type { BucketDestinationOptions, FunctionDestinationOptions } from './destination-options';
import { FunctionDestination } from './function-destination';
import { NoDestination } from './no-destination';
import { QueueDestination } from './queue-destination';
import { ResponseDestination } from './response-destination';
import { TopicDestination } from './topic-destination';

/**
 * Where Lambda sends the record of an asynchronous invocation.
 *
 * Each destination grants the execution role exactly what delivery needs, the
 * customer managed key of the target included, and refuses what Lambda refuses:
 * FIFO queues and topics, buckets on success, the function itself, other Regions.
 * They go wherever an `IDestination` is taken, in aws-cdk-lib, too.
 */
export class AsyncDestination {
  /**
   * A standard queue: each record is the body of a message.
   *
   * Grants `sqs:SendMessage`, and `kms:Decrypt` and `kms:GenerateDataKey` on the queue's key.
   *
   * @param queue a standard queue in the function's Region
   */
  public static queue(queue: sqs.IQueue): lambda.IDestination {
    return new QueueDestination(queue);
  }

  /**
   * A standard topic: each record is published as a message.
   *
   * Grants `sns:Publish`, and `kms:Decrypt` and `kms:GenerateDataKey` on the topic's key.
   *
   * @param topic a standard topic in the function's Region
   */
  public static topic(topic: sns.ITopic): lambda.IDestination {
    return new TopicDestination(topic);
  }

  /**
   * An event bus: each record is the detail of an event.
   *
   * Grants `events:PutEvents`.
   *
   * @param bus a bus in the function's Region; by default the account's own
   */
  public static bus(bus?: events.IEventBus): lambda.IDestination {
    return new BusDestination(bus);
  }

  /**
   * A bucket, for failures only: each record is stored as an object.
   *
   * Grants `s3:PutObject` on the objects and `s3:ListBucket` on the bucket, which
   * Lambda asks for when the config is put, and `kms:GenerateDataKey` on the bucket's key.
   *
   * @param bucket a bucket in the function's Region
   */
  public static bucket(bucket: s3.IBucket, options: BucketDestinationOptions = {}): lambda.IDestination {
    return new BucketDestination(bucket, options);
  }

  /**
   * A function, alias or version: invoked asynchronously with each record.
   *
   * Grants `lambda:InvokeFunction` on exactly the function, alias or version given.
   *
   * @param fn another function than the one that is configured, in the same Region
   */
  public static function(fn: lambda.IFunction, options: FunctionDestinationOptions = {}): lambda.IDestination {
    return options.responseOnly ? new ResponseDestination(fn) : new FunctionDestination(fn);
  }

  /** No destination, said explicitly: records are dropped. */
  public static none(): lambda.IDestination {
    return new NoDestination();
  }

  private constructor() {}
}
