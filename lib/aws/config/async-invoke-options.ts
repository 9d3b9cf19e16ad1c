import type { Duration } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';

/** Settings of asynchronous invocation. */
export interface AsyncInvokeConfigOptions {
  /**
   * Maximum age of an event, from its acceptance to the end of its last attempt.
   *
   * From 1 minute to 6 hours, in whole seconds. Lambda waits one minute before the
   * first retry and two minutes before the second. It gives up an event that would
   * exceed this age before its next attempt.
   *
   * @default Duration.hours(6)
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html
   */
  readonly maxEventAge?: Duration;

  /**
   * Number of retries after the function returns an error: 0, 1 or 2.
   *
   * @default 2
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html
   */
  readonly retryAttempts?: number;

  /**
   * Destination for the record of an event that failed all attempts or exceeded `maxEventAge`.
   *
   * Accepts any `lambda.IDestination`: those of `AsyncDestination`, those of aws-cdk-lib, and your own.
   *
   * @default - no destination: a failed event is lost, unless the function has a dead-letter queue
   */
  readonly onFailure?: lambda.IDestination;

  /**
   * Destination for the record of an event that the function processed. A bucket is refused.
   *
   * Accepts any `lambda.IDestination`: those of `AsyncDestination`, those of aws-cdk-lib, and your own.
   *
   * @default - no destination
   */
  readonly onSuccess?: lambda.IDestination;

  /**
   * Skips granting: the execution role already has the permissions that its destinations need.
   *
   * With `true`, a role that accepts no policies is not an error.
   *
   * @default false
   */
  readonly skipPermissions?: boolean;
}
