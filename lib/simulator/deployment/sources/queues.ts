import { isOn, numberIn, objectIn, type DeployedResources } from './deployed-resources';
import { QUEUE_MESSAGE } from '../../../constraints/aws-lambda/destination';
import { VISIBILITY_TIMEOUT } from '../../../constraints/aws-lambda/event-source-mapping';
import type { QueueSettings } from '../../sources/queue/simulated-queue';
import type { SimulatedStores } from '../../state';

/** The time for which a queue keeps messages, in seconds, unless the template sets it. Source: Amazon SQS API reference, CreateQueue. */
const RETENTION = 4 * 24 * 60 * 60;

/** The queues of an app, and those of other apps that it names. */
export function deployedQueues(resources: DeployedResources, stores: SimulatedStores): QueueSettings[] {
  const declared = resources.of('AWS::SQS::Queue', 'DelaySeconds', 'VisibilityTimeout', 'MessageRetentionPeriod', 'RedrivePolicy', 'ContentBasedDeduplication', 'FifoQueue', 'MaximumMessageSize')
    .map(({ properties, environment, ...named }): QueueSettings => {
      const redrive = objectIn(properties.RedrivePolicy);
      return {
        kind: 'queue',
        ...named,
        account: environment.account,
        region: environment.region,
        fifo: isOn(properties.FifoQueue),
        visibilityTimeout: numberIn(properties.VisibilityTimeout, VISIBILITY_TIMEOUT.default!),
        delay: numberIn(properties.DelaySeconds, 0),
        retention: numberIn(properties.MessageRetentionPeriod, RETENTION),
        contentBasedDeduplication: isOn(properties.ContentBasedDeduplication),
        maximumMessageSize: numberIn(properties.MaximumMessageSize, QUEUE_MESSAGE.max),
        redrive: typeof redrive.deadLetterTargetArn === 'string' && redrive.maxReceiveCount !== undefined
          ? { to: redrive.deadLetterTargetArn, maxReceiveCount: numberIn(redrive.maxReceiveCount, Infinity) }
          : undefined,
      };
    });
  const foreign = [...stores].filter(({ kind, key }) => kind === 'queue' && key === undefined).map(({ arn, name, account, region, fifo }): QueueSettings => ({
    kind: 'queue',
    name,
    arn,
    account,
    region,
    fifo,
    visibilityTimeout: VISIBILITY_TIMEOUT.default!,
    delay: 0,
    retention: RETENTION,
    contentBasedDeduplication: fifo,
    maximumMessageSize: QUEUE_MESSAGE.max,
  }));
  return [...declared, ...foreign];
}
