import { QUEUE_MESSAGE } from '../aws-lambda/destination';
import type { ChoiceConstraint, CountConstraint, NumberConstraint, SizeConstraint, TextConstraint } from '../constraint';

const API = 'Amazon SQS API reference, SendMessage';
const BATCH = 'Amazon SQS API reference, SendMessageBatch';
const METADATA = 'Amazon SQS developer guide, message attributes';

/** The sum of all messages in a batch, attributes included. A queue may limit single messages further. */
export const BATCH_SIZE: SizeConstraint = {
  kind: 'size',
  property: 'entries',
  parameter: 'Entries',
  max: QUEUE_MESSAGE.max,
  unit: 'bytes',
  source: `${BATCH}; recorded from the service`,
  note: 'Older pages say 256 KB: it is 1 MiB since August 2025.',
};

/** The messages of a batch. */
export const BATCH_ENTRIES: CountConstraint = {
  kind: 'count',
  property: 'entries',
  parameter: 'Entries',
  max: 10,
  unit: 'entries',
  source: `${BATCH}; recorded from the service`,
};

/** The id of an entry in a batch. */
export const BATCH_ENTRY_ID: TextConstraint = {
  kind: 'text',
  property: 'id',
  parameter: 'Id',
  min: 1,
  max: 80,
  pattern: '[a-zA-Z0-9_-]+',
  grammar: 'letters, digits, - and _',
  source: `${BATCH}; recorded from the service`,
};

/** The delay of one message. */
export const DELAY: NumberConstraint = {
  kind: 'number',
  property: 'delay',
  parameter: 'DelaySeconds',
  min: 0,
  max: 900,
  integer: true,
  unit: 'seconds',
  source: API,
};

/** The id of a message group, and that by which a FIFO queue finds repeated messages. */
export const FIFO_ID: TextConstraint = {
  kind: 'text',
  property: 'messageGroupId',
  parameter: 'MessageGroupId',
  min: 1,
  max: 128,
  pattern: '[!-~]+',
  grammar: 'letters, digits and punctuation',
  source: `${API}; recorded from the service`,
};

/**
 * A character that no message may have, as a pattern for whole code points: XML has all others.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export const FORBIDDEN_CHARACTER = '[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]';

/** The attributes of a message. */
export const MESSAGE_ATTRIBUTES: CountConstraint = {
  kind: 'count',
  property: 'messageAttributes',
  parameter: 'MessageAttributes',
  max: 10,
  unit: 'attributes',
  source: METADATA,
};

/** The name of a message attribute, and its type with the label. */
export const ATTRIBUTE_NAME: TextConstraint = {
  kind: 'text',
  property: 'messageAttributes',
  parameter: 'Name',
  min: 1,
  max: 256,
  pattern: '(?!(?:aws|amazon)\\.)(?!\\.)(?!.*\\.\\.)[a-zA-Z0-9_.-]+(?<!\\.)',
  grammar: 'letters, digits, -, _ and single periods between them, and no name begins with AWS. or Amazon.',
  source: METADATA,
};

/** The logical types of message attributes. A type may have a label, e.g. `Number.int`. */
export const ATTRIBUTE_TYPE: ChoiceConstraint = {
  kind: 'choice',
  property: 'messageAttributes',
  parameter: 'DataType',
  values: ['String', 'Number', 'Binary'],
  source: METADATA,
};
