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
 * Destinations for the records of asynchronous invocations.
 *
 * Each destination grants the execution role exactly what delivery needs, including the use of the target's customer
 * managed key. It refuses what Lambda would refuse: FIFO queues and topics, buckets on success, the function itself,
 * other Regions. You can use it wherever aws-cdk-lib takes an `IDestination`.
 */
export class AsyncDestination {
  /**
   * Destination that sends each record to a standard queue, as the body of a message.
   *
   * Grants `sqs:SendMessage`, and `kms:Decrypt` and `kms:GenerateDataKey` on the queue's key.
   *
   * @param queue standard queue in the function's Region
   */
  static queue(queue: sqs.IQueue): lambda.IDestination {
    return new QueueDestination(queue);
  }

  /**
   * Destination that publishes each record to a standard topic.
   *
   * Grants `sns:Publish`, and `kms:Decrypt` and `kms:GenerateDataKey` on the topic's key.
   *
   * @param topic standard topic in the function's Region
   */
  static topic(topic: sns.ITopic): lambda.IDestination {
    return new TopicDestination(topic);
  }

  /**
   * Destination that puts each record on an event bus, as the detail of an event.
   *
   * Grants `events:PutEvents`.
   *
   * @param bus bus in the function's Region; the account's default bus if you omit it
   */
  static bus(bus?: events.IEventBus): lambda.IDestination {
    return new BusDestination(bus);
  }

  /**
   * Destination that stores each record as an object in a bucket. For `onFailure` only.
   *
   * Grants `s3:PutObject` on the objects, `s3:ListBucket` on the bucket, and `kms:GenerateDataKey` on the bucket's
   * key. Lambda checks the permissions when the config is created.
   *
   * @param bucket bucket in the function's Region
   */
  static bucket(bucket: s3.IBucket, options: BucketDestinationOptions = {}): lambda.IDestination {
    return new BucketDestination(bucket, options);
  }

  /**
   * Destination that invokes a function, alias or version asynchronously with each record.
   *
   * Grants `lambda:InvokeFunction` on exactly the function, alias or version given.
   *
   * @param fn function in the same Region, other than the configured function
   */
  static function(fn: lambda.IFunction, options: FunctionDestinationOptions = {}): lambda.IDestination {
    return options.responseOnly ? new ResponseDestination(fn) : new FunctionDestination(fn);
  }

  /** No destination: Lambda drops the records, and CloudFormation removes a destination that was set. */
  static none(): lambda.IDestination {
    return new NoDestination();
  }

  private constructor() {}
}
