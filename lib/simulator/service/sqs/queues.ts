import { existing, queueOf, urlOf } from './queue-of';
import { missingParameter } from './refusals';
import { ServiceError, type ApiQueue } from '../../state';
import { operation } from '../model/api';
import { list, map, structure } from '../model/shape';

/** The attributes that a queue may have. */
const NAMES = [
  'ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesDelayed', 'ApproximateNumberOfMessagesNotVisible', 'ContentBasedDeduplication', 'CreatedTimestamp',
  'DeduplicationScope', 'DelaySeconds', 'FifoQueue', 'FifoThroughputLimit', 'KmsDataKeyReusePeriodSeconds', 'KmsMasterKeyId', 'LastModifiedTimestamp',
  'MaximumMessageSize', 'MessageRetentionPeriod', 'Policy', 'QueueArn', 'ReceiveMessageWaitTimeSeconds', 'RedriveAllowPolicy', 'RedrivePolicy',
  'SqsManagedSseEnabled', 'VisibilityTimeout',
];

export const getQueueUrl = operation(
  structure({ QueueName: 'string', QueueOwnerAWSAccountId: 'string' }),
  structure({ QueueUrl: 'string' }),
  (call, { QueueName, QueueOwnerAWSAccountId }) => {
    if (!QueueName) {
      throw missingParameter('QueueName');
    }
    const { account, region } = call.caller;
    const queue = call.messaging.queues.find(QueueName, { account: QueueOwnerAWSAccountId ?? account, region });
    return { QueueUrl: urlOf(call, existing(call, queue)) };
  },
);

export const getQueueAttributes = operation(
  structure({ QueueUrl: 'string', AttributeNames: list('string', 'AttributeName') }),
  structure({ Attributes: map('string', 'Attribute') }),
  (call, { QueueUrl, AttributeNames = [] }) => {
    const queue = queueOf(call, QueueUrl);
    const unknown = AttributeNames.find(name => name !== 'All' && !NAMES.includes(name));
    if (unknown !== undefined) {
      throw new ServiceError('InvalidAttributeName', 400, `Unknown Attribute ${unknown}.`);
    }
    const found = Object.entries(attributesOf(queue)).filter(([name]) => AttributeNames.includes('All') || AttributeNames.includes(name));
    return { Attributes: found.length === 0 ? undefined : Object.fromEntries(found) };
  },
);

export const purgeQueue = operation(structure({ QueueUrl: 'string' }), structure({}), (call, { QueueUrl }) => {
  const queue = queueOf(call, QueueUrl);
  if (!call.messaging.queues.purge(queue)) {
    throw new ServiceError('PurgeQueueInProgress', 403, `Only one PurgeQueue operation on ${queue.name} is allowed every 60 seconds.`);
  }
  return {};
});

function attributesOf({ attributes, arn, counts, created }: ApiQueue): Record<string, string> {
  const seconds = String(Math.floor(created / 1000));
  return {
    QueueArn: arn,
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    CreatedTimestamp: seconds,
    LastModifiedTimestamp: seconds,
    ...attributes,
  };
}
