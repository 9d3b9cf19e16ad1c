import { ATTRIBUTES, checkedAttributes, sizeOf } from './attributes';
import { invalidParameter } from './refusals';
import { PUBLISHED_FIFO_ID, SUBJECT } from '../../../constraints/aws-sns/publish';
import { NotKnownError, type ApiTopic, type MessageToPublish } from '../../state';
import { structure, type Read } from '../model/shape';

const ID = new RegExp(`^${PUBLISHED_FIFO_ID.pattern}$`);
const CHARACTERS = new RegExp(`^${SUBJECT.pattern}$`, 'u');

/** What a client sends of one message, alone or in a batch. */
export const MESSAGE = {
  Message: 'string',
  Subject: 'string',
  MessageStructure: 'string',
  MessageAttributes: ATTRIBUTES,
  MessageDeduplicationId: 'string',
  MessageGroupId: 'string',
} as const;

const MESSAGE_STRUCTURE = structure(MESSAGE);

/** The parts of one message. */
export type PublishedMember = Read<typeof MESSAGE_STRUCTURE>;

/**
 * The message of a request.
 *
 * @param entry the number of the message in a batch, from 1; absent for a single message
 * @throws ServiceError if the service refuses it, whatever the topic is
 */
export function messageOf(member: PublishedMember, entry?: number): MessageToPublish {
  const { Message: text, Subject: subject, MessageStructure: form, MessageDeduplicationId: deduplicationId, MessageGroupId: groupId } = member;
  if (subject !== undefined && (subject.length > SUBJECT.max || !CHARACTERS.test(subject))) {
    throw invalidParameter('Subject');
  }
  if (!text) {
    throw invalidParameter('Empty message');
  }
  const attributes = checkedAttributes(member.MessageAttributes, entry);
  checkId(deduplicationId);
  checkId(groupId);
  if (form !== undefined && form !== 'json') {
    throw new NotKnownError('how Amazon SNS refuses a `MessageStructure` other than `json`', 'Leave it out.');
  }
  const messages = form === 'json' ? messagesOf(text) : { default: text };
  const { default: message, ...others } = messages;
  return { message, messageOf: others, subject, attributes, deduplicationId, groupId };
}

/**
 * Checks what the topic requires of a message.
 *
 * @throws ServiceError if the topic refuses it
 */
export function checkFor(topic: ApiTopic, { groupId, deduplicationId }: MessageToPublish): void {
  if (topic.fifo && !groupId) {
    throw invalidParameter('The MessageGroupId parameter is required for FIFO topics');
  }
  if (topic.fifo && !deduplicationId && !topic.contentBasedDeduplication) {
    throw invalidParameter('The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly');
  }
  if (!topic.fifo && deduplicationId !== undefined) {
    throw invalidParameter('MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type');
  }
}

/** The size of a message with its attributes, as the limit counts it. */
export function messageSize({ Message = '' }: PublishedMember, { attributes }: MessageToPublish): number {
  return Buffer.byteLength(Message) + sizeOf(attributes);
}

/** The messages of all protocols. What is not a text is ignored, as documented. */
function messagesOf(text: string): Record<string, string> {
  const document = parsed(text);
  const messages = Object.entries(document).filter(([, message]) => typeof message === 'string');
  if (!messages.some(([protocol]) => protocol === 'default')) {
    throw invalidParameter('Message Structure - No default entry in JSON message body');
  }
  return Object.fromEntries(messages) as Record<string, string>;
}

function parsed(text: string): object {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {}
  if (typeof document !== 'object' || document === null) {
    throw invalidParameter('Message Structure - JSON message body failed to parse');
  }
  return document;
}

function checkId(id: string | undefined): void {
  if (id !== undefined && (id.length > PUBLISHED_FIFO_ID.max || !ID.test(id))) {
    throw new NotKnownError(
      'in which words Amazon SNS refuses the id of a message group or deduplication',
      `Use ${PUBLISHED_FIFO_ID.min} to ${PUBLISHED_FIFO_ID.max} ${PUBLISHED_FIFO_ID.grammar}.`,
    );
  }
}
