import { changeMessageVisibility, changeMessageVisibilityBatch, deleteMessage, deleteMessageBatch } from './handles';
import { getQueueAttributes, getQueueUrl, purgeQueue } from './queues';
import { receiveMessage } from './receive';
import { queryCode } from './refusals';
import { sendMessage, sendMessageBatch } from './send';
import type { ModelledApi } from '../model/api';

/** The API of Amazon SQS. */
export const SQS: ModelledApi = {
  title: 'Amazon SQS',
  target: 'AmazonSQS',
  jsonVersion: '1.0',
  errorNamespace: 'com.amazonaws.sqs',
  xmlNamespace: 'http://queue.amazonaws.com/doc/2012-11-05/',
  operations: {
    SendMessage: sendMessage,
    SendMessageBatch: sendMessageBatch,
    ReceiveMessage: receiveMessage,
    DeleteMessage: deleteMessage,
    DeleteMessageBatch: deleteMessageBatch,
    ChangeMessageVisibility: changeMessageVisibility,
    ChangeMessageVisibilityBatch: changeMessageVisibilityBatch,
    GetQueueUrl: getQueueUrl,
    GetQueueAttributes: getQueueAttributes,
    PurgeQueue: purgeQueue,
  },
  queryCode,
};
