import type { Duration } from 'aws-cdk-lib';
import type { Destination } from './destination';

/** The settings of asynchronous invocation in Function Compute. */
export interface AsyncInvokeConfigOptions {
  /**
   * How long Function Compute keeps an event that it has not processed yet, retries included.
   *
   * From 1 second to 7 days, in whole seconds. Lambda takes 1 minute to 6 hours.
   *
   * @default Duration.days(1)
   */
  readonly maxEventAge?: Duration;

  /**
   * How many times Function Compute tries again when the function returns an error: 0 to 8. Lambda takes 0 to 2.
   *
   * Throttling and errors of the system are retried for up to five hours whatever this says.
   *
   * @default 3
   */
  readonly retryAttempts?: number;

  /**
   * Whether events are tasks, which can be looked up by their id, and stopped. Lambda has nothing like it.
   *
   * @default false
   */
  readonly asyncTask?: boolean;

  /**
   * Where the record of an event goes that failed all attempts, or became too old.
   *
   * @default - no destination: the event is lost
   */
  readonly onFailure?: Destination;

  /**
   * Where the record of an event goes that was processed.
   *
   * @default - no destination
   */
  readonly onSuccess?: Destination;
}
