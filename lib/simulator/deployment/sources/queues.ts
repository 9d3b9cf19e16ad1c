import { isOn, numberIn, objectIn, type DeployedResources } from './deployed-resources';
import { QUEUE_MESSAGE } from '../../../constraints/aws-lambda/destination';
import { MESSAGE_RETENTION, VISIBILITY_TIMEOUT } from '../../../constraints/aws-sqs/queue';
import type { QueueSettings } from '../../sources/queue/queue-settings';
import type { SimulatedStores } from '../../state';

/**
 * The queues of an app, and those of other apps that it names.
 *
 * @param polled the ARNs of the queues from which somebody takes messages
 */
export function deployedQueues(resources: DeployedResources, stores: SimulatedStores, polled: readonly string[]): QueueSettings[] {
  const declared = resources.of('AWS::SQS::Queue', 'DelaySeconds', 'VisibilityTimeout', 'MessageRetentionPeriod', 'RedrivePolicy', 'ContentBasedDeduplication', 'FifoQueue', 'MaximumMessageSize')
    .map(({ properties, environment, names }): QueueSettings => {
      const redrive = objectIn(properties.RedrivePolicy);
      return {
        kind: 'queue',
        ...names,
        account: environment.account,
        region: environment.region,
        fifo: isOn(properties.FifoQueue),
        visibilityTimeout: numberIn(properties.VisibilityTimeout, VISIBILITY_TIMEOUT.default!),
        delay: numberIn(properties.DelaySeconds, 0),
        retention: numberIn(properties.MessageRetentionPeriod, MESSAGE_RETENTION.default!),
        contentBasedDeduplication: isOn(properties.ContentBasedDeduplication),
        maximumMessageSize: numberIn(properties.MaximumMessageSize, QUEUE_MESSAGE.max),
        redrive: typeof redrive.deadLetterTargetArn === 'string' && redrive.maxReceiveCount !== undefined
          ? { to: redrive.deadLetterTargetArn, maxReceiveCount: numberIn(redrive.maxReceiveCount, Infinity) }
          : undefined,
      };
    });
  const known = new Set(declared.map(({ arn }) => arn));
  const named = [...[...stores].filter(({ kind, key }) => kind === 'queue' && key === undefined).map(({ arn }) => arn), ...polled];
  const foreign = new Set(named.filter(arn => !known.has(arn)));
  return [...declared, ...[...foreign].map(ofAnotherApp)];
}

/** A queue of which only the ARN is known has the settings that a queue has by default. */
function ofAnotherApp(arn: string): QueueSettings {
  const [, , , region, account, name] = arn.split(':');
  const fifo = name.endsWith('.fifo');
  return {
    kind: 'queue',
    name,
    arn,
    account,
    region,
    fifo,
    visibilityTimeout: VISIBILITY_TIMEOUT.default!,
    delay: 0,
    retention: MESSAGE_RETENTION.default!,
    contentBasedDeduplication: fifo,
    maximumMessageSize: QUEUE_MESSAGE.max,
  };
}
