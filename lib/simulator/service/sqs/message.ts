import { ATTRIBUTES, checkedAttributes, digestOf, INVALID_CHARACTERS, isAllowed, sizeOf, SYSTEM_ATTRIBUTES } from './attributes';
import { invalidParameter, invalidValue, missingParameter } from './refusals';
import { DELAY, FIFO_ID } from '../../../constraints/aws-sqs/send-message';
import { md5 } from '../../../doors/hash';
import { NotKnownError, ServiceError, type ApiQueue, type MessageToSend } from '../../state';
import type { Call } from '../model/api';
import { structure, type Read } from '../model/shape';

const ID = new RegExp(`^${FIFO_ID.pattern}$`);

/** What a client sends of one message, alone or in a batch. */
export const MESSAGE = {
  MessageBody: 'string',
  DelaySeconds: 'integer',
  MessageAttributes: ATTRIBUTES,
  MessageSystemAttributes: SYSTEM_ATTRIBUTES,
  MessageDeduplicationId: 'string',
  MessageGroupId: 'string',
} as const;

/** What a queue answers for one message. */
export const SENT = {
  MD5OfMessageBody: 'string',
  MD5OfMessageAttributes: 'string',
  MD5OfMessageSystemAttributes: 'string',
  MessageId: 'string',
  SequenceNumber: 'string',
} as const;

const MESSAGE_STRUCTURE = structure(MESSAGE);

/** The parts of one message. */
export type SentMember = Read<typeof MESSAGE_STRUCTURE>;

/**
 * Sends one message.
 *
 * @param single whether it is the only message of its request: a message of a batch has another text for its size
 * @throws ServiceError if the service refuses it
 */
export function sent(call: Call, queue: ApiQueue, member: SentMember, single: boolean): object {
  const message = checked(queue, member, single);
  const { messageId, sequenceNumber } = call.messaging.queues.send(queue, message, call.caller);
  return {
    MD5OfMessageBody: md5(message.body),
    MD5OfMessageAttributes: digestOf(message.attributes),
    MD5OfMessageSystemAttributes: message.traceHeader === undefined
      ? undefined
      : digestOf({ AWSTraceHeader: { DataType: 'String', StringValue: message.traceHeader } }),
    MessageId: messageId,
    SequenceNumber: sequenceNumber,
  };
}

/** The size of a message, as the limits count it. */
export function messageSize({ MessageBody = '', MessageAttributes }: SentMember): number {
  return Buffer.byteLength(MessageBody) + sizeOf(MessageAttributes);
}

function checked(queue: ApiQueue, member: SentMember, single: boolean): MessageToSend {
  const { MessageBody: body, DelaySeconds: delay, MessageDeduplicationId: deduplicationId, MessageGroupId: groupId } = member;
  if (!body) {
    throw missingParameter('MessageBody');
  }
  if (messageSize(member) > queue.maximumMessageSize) {
    throw invalidValue(`One or more parameters ${single ? 'are invalid' : 'cannot be validated'}. Reason: Message must be shorter than ${queue.maximumMessageSize} bytes.`);
  }
  if (!isAllowed(body)) {
    throw new ServiceError('InvalidMessageContents', 400, INVALID_CHARACTERS);
  }
  const attributes = checkedAttributes(member.MessageAttributes);
  checkId('MessageDeduplicationId', deduplicationId);
  checkId('MessageGroupId', groupId);
  checkDelay(delay);
  if (queue.fifo) {
    checkFifo(queue, member);
  } else if (deduplicationId !== undefined) {
    throw invalidParameter('MessageDeduplicationId', deduplicationId, 'The request includes a parameter that is not valid for this queue type.');
  }
  return { body, delay: queue.fifo ? undefined : delay, attributes, groupId, deduplicationId, traceHeader: traceHeaderOf(member) };
}

function checkId(parameter: string, id: string | undefined): void {
  if (id !== undefined && (id.length > FIFO_ID.max || !ID.test(id))) {
    throw invalidParameter(parameter, id, `${parameter} can only include alphanumeric and punctuation characters. ${FIFO_ID.min} to ${FIFO_ID.max} in length.`);
  }
}

function checkDelay(delay: number | undefined): void {
  if (delay !== undefined && (delay < DELAY.min || delay > DELAY.max)) {
    throw invalidParameter('DelaySeconds', delay, `DelaySeconds must be >= ${DELAY.min} and <= ${DELAY.max}.`);
  }
}

/** A delay of zero is accepted, and means that of the queue. */
function checkFifo(queue: ApiQueue, { DelaySeconds, MessageGroupId, MessageDeduplicationId }: SentMember): void {
  if (DelaySeconds) {
    throw invalidParameter('DelaySeconds', DelaySeconds, 'The request include parameter that is not valid for this queue type.');
  }
  if (!MessageGroupId) {
    throw missingParameter('MessageGroupId');
  }
  checkDeduplication(queue, MessageDeduplicationId);
}

/** @throws ServiceError if the queue neither gets nor derives the id by which it finds repeated messages */
export function checkDeduplication(queue: ApiQueue, id: string | undefined): void {
  if (!id && !queue.contentBasedDeduplication) {
    throw invalidValue('The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly');
  }
}

function traceHeaderOf({ MessageSystemAttributes = {} }: SentMember): string | undefined {
  const { AWSTraceHeader, ...others } = MessageSystemAttributes;
  if (Object.keys(others).length > 0 || (AWSTraceHeader && (AWSTraceHeader.DataType !== 'String' || !AWSTraceHeader.StringValue))) {
    throw new NotKnownError('how Amazon SQS refuses system attributes other than `AWSTraceHeader` of type String', 'Leave them out.');
  }
  return AWSTraceHeader?.StringValue;
}
