import type { Duration } from 'aws-cdk-lib';
import type { Destination } from './destination';

/** Settings of asynchronous invocation in Function Compute. */
export interface AsyncInvokeConfigOptions {
  /**
   * The maximum age of an event, retries included: 1 second to 7 days, in whole seconds.
   *
   * Function Compute gives up an older event. Lambda allows 1 minute to 6 hours.
   *
   * @default Duration.days(1)
   */
  readonly maxEventAge?: Duration;

  /**
   * The number of retries after the function returns an error: 0 to 8. Lambda allows 0 to 2.
   *
   * Function Compute retries throttling and system errors for up to five hours, independent of this setting.
   *
   * @default 3
   */
  readonly retryAttempts?: number;

  /**
   * Whether each event is a task, which you can look up by its id and stop. Lambda has no counterpart.
   *
   * @default false
   */
  readonly asyncTask?: boolean;

  /**
   * Destination for the record of an event that failed all attempts, or became too old.
   *
   * @default - no destination: the event is lost
   */
  readonly onFailure?: Destination;

  /**
   * Destination for the record of an event that succeeded.
   *
   * @default - no destination
   */
  readonly onSuccess?: Destination;
}
