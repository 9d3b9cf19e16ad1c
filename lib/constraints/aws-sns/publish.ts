import type { CountConstraint, TextConstraint } from '../constraint';

const API = 'Amazon SNS API reference, Publish';
const BATCH = 'Amazon SNS API reference, PublishBatch';

/** The messages of a batch. */
export const PUBLISHED_ENTRIES: CountConstraint = {
  kind: 'count',
  property: 'entries',
  parameter: 'PublishBatchRequestEntries',
  max: 10,
  unit: 'entries',
  source: `${BATCH}; recorded from the service`,
};

/** The id of an entry in a batch. */
export const PUBLISHED_ENTRY_ID: TextConstraint = {
  kind: 'text',
  property: 'id',
  parameter: 'Id',
  min: 1,
  max: 80,
  pattern: '[a-zA-Z0-9_-]+',
  grammar: 'letters, digits, - and _',
  source: BATCH,
};

/** The subject of a message. */
export const SUBJECT: TextConstraint = {
  kind: 'text',
  property: 'subject',
  parameter: 'Subject',
  min: 1,
  max: 100,
  pattern: '[^\\u0000-\\u001F\\u007F]+',
  grammar: 'no line breaks or control characters',
  source: `${API}; that it must not be empty, is recorded from the service`,
};

/** The id of a message group, and that by which a FIFO topic finds repeated messages. */
export const PUBLISHED_FIFO_ID: TextConstraint = {
  kind: 'text',
  property: 'messageGroupId',
  parameter: 'MessageGroupId',
  min: 1,
  max: 128,
  pattern: '[!-~]+',
  grammar: 'letters, digits and punctuation',
  source: API,
};

/** The name of a message attribute. Recorded answers tell the first rule that a name breaks. */
export const PUBLISHED_ATTRIBUTE_NAME: TextConstraint = {
  kind: 'text',
  property: 'messageAttributes',
  parameter: 'Name',
  min: 1,
  max: 256,
  pattern: '[a-zA-Z0-9_.-]+',
  grammar: 'letters, digits, -, _ and .',
  source: 'Amazon SNS developer guide, message attributes; recorded from the service',
};
