import type { Station } from '../flow/station';

/** The settings of a queue, after the deployment. Times are in seconds. */
export interface QueueSettings extends Station {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly fifo: boolean;
  readonly visibilityTimeout: number;
  readonly delay: number;
  readonly retention: number;
  readonly contentBasedDeduplication: boolean;

  /** The largest message, in bytes. */
  readonly maximumMessageSize: number;
  readonly redrive?: { readonly to: string; readonly maxReceiveCount: number };
}
