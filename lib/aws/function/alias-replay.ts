import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { REPLAY_SOURCE_UNKNOWN } from '../../constraints/aws-replay/source';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';
import { BucketDestination } from '../destinations/bucket-destination';
import { QueueDestination } from '../destinations/queue-destination';
import { FailedEventReplay } from '../replay/failed-event-replay';
import type { FailedEventReplayOptions } from '../replay/failed-event-replay-props';
import { ReplaySource } from '../replay/replay-source';

/** Options of the replay of one function. */
export interface AddReplayOptions extends FailedEventReplayOptions {
  /**
   * Places with the failed events of the function.
   *
   * @default - the failure queue, or the queue or bucket given as `onFailure`
   */
  readonly from?: ReplaySource[];
}

/**
 * A replay of the failed events of an alias and its function.
 *
 * @throws Error if the failed events go neither to a queue nor to a bucket that the app shows, and `from` is not given
 */
export function replayOf(alias: lambda.IAlias & Construct, onFailure: lambda.IDestination | undefined, options: AddReplayOptions): FailedEventReplay {
  const { from, targets = [], ...rest } = options;
  const source = from ?? sourceOf(onFailure);
  if (!source) {
    throw invalid(alias, broken(REPLAY_SOURCE_UNKNOWN, 'from', 'none'));
  }
  return new FailedEventReplay(alias, 'Replay', { ...rest, from: source, targets: [alias, ...targets] });
}

function sourceOf(onFailure?: lambda.IDestination): ReplaySource[] | undefined {
  if (onFailure instanceof QueueDestination) {
    return [ReplaySource.queue(onFailure.queue)];
  }
  return onFailure instanceof BucketDestination ? [ReplaySource.bucket(onFailure.bucket)] : undefined;
}
