import type { QueueMessage } from './queue-message';
import type { QueueSettings } from './queue-settings';
import { md5, sha256 } from '../../../doors/hash';
import type { AttributeValue } from '../../state';

/** Stands for the sender: the simulator does not know who calls. */
const SENDER = 'AIDAIENQZJOLO23YVJ4VO';

/** The attributes that SQS adds to a message, by their names in the API. */
export function systemAttributes(message: QueueMessage, { fifo }: QueueSettings): Record<string, string> {
  const { content, receiveCount, sentAt, firstReceivedAt, movedFrom } = message;
  return {
    ApproximateReceiveCount: String(receiveCount),
    SentTimestamp: String(sentAt),
    ...fifo && {
      SequenceNumber: message.sequenceNumber,
      MessageDeduplicationId: content.deduplicationId ?? sha256(content.body),
    },
    ...content.groupId !== undefined && { MessageGroupId: content.groupId },
    SenderId: SENDER,
    ApproximateFirstReceiveTimestamp: String(firstReceivedAt),
    ...movedFrom !== undefined && { DeadLetterQueueSourceArn: movedFrom },
  };
}

/** A message in the event of a function, and in that of a pipe. */
export function sqsRecord(message: QueueMessage, settings: QueueSettings): object {
  const { id, receiptHandle, content } = message;
  return {
    messageId: id,
    receiptHandle,
    body: content.body,
    attributes: systemAttributes(message, settings),
    messageAttributes: Object.fromEntries(Object.entries(content.attributes ?? {}).map(([name, attribute]) => [name, received(attribute)])),
    md5OfBody: md5(content.body),
    eventSource: 'aws:sqs',
    eventSourceARN: settings.arn,
    awsRegion: settings.region,
  };
}

function received({ DataType, StringValue, BinaryValue }: AttributeValue): object {
  return {
    ...StringValue === undefined ? { binaryValue: BinaryValue } : { stringValue: StringValue },
    stringListValues: [],
    binaryListValues: [],
    dataType: DataType,
  };
}
