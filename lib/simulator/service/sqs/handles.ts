import { checkBatch, eachOf, FAILURES } from './batch';
import { queueOf } from './queue-of';
import { checkTimeout } from './receive';
import { invalidParameter, missingParameter } from './refusals';
import { VISIBILITY_TIMEOUT } from '../../../constraints/aws-sqs/queue';
import { ServiceError, type ApiQueue, type HandleOutcome } from '../../state';
import { operation, type Call } from '../model/api';
import { list, structure } from '../model/shape';

const NOTHING = structure({});

export const deleteMessage = operation(
  structure({ QueueUrl: 'string', ReceiptHandle: 'string' }),
  NOTHING,
  (call, { QueueUrl, ReceiptHandle }) => deleted(call, queueOf(call, QueueUrl), ReceiptHandle),
);

export const deleteMessageBatch = operation(
  structure({ QueueUrl: 'string', Entries: list(structure({ Id: 'string', ReceiptHandle: 'string' }), 'DeleteMessageBatchRequestEntry') }),
  structure({ Successful: list(structure({ Id: 'string' }), 'DeleteMessageBatchResultEntry'), Failed: FAILURES }),
  (call, { QueueUrl, Entries = [] }) => {
    const queue = queueOf(call, QueueUrl);
    checkBatch(Entries, 'DeleteMessageBatchRequestEntry');
    return eachOf(Entries, ({ ReceiptHandle }) => deleted(call, queue, ReceiptHandle));
  },
);

export const changeMessageVisibility = operation(
  structure({ QueueUrl: 'string', ReceiptHandle: 'string', VisibilityTimeout: 'integer' }),
  NOTHING,
  (call, { QueueUrl, ReceiptHandle, VisibilityTimeout }) => changed(call, queueOf(call, QueueUrl), ReceiptHandle, VisibilityTimeout),
);

export const changeMessageVisibilityBatch = operation(
  structure({
    QueueUrl: 'string',
    Entries: list(structure({ Id: 'string', ReceiptHandle: 'string', VisibilityTimeout: 'integer' }), 'ChangeMessageVisibilityBatchRequestEntry'),
  }),
  structure({ Successful: list(structure({ Id: 'string' }), 'ChangeMessageVisibilityBatchResultEntry'), Failed: FAILURES }),
  (call, { QueueUrl, Entries = [] }) => {
    const queue = queueOf(call, QueueUrl);
    checkBatch(Entries, 'ChangeMessageVisibilityBatchRequestEntry');
    return eachOf(Entries, ({ ReceiptHandle, VisibilityTimeout }) => changed(call, queue, ReceiptHandle, VisibilityTimeout));
  },
);

function deleted({ messaging }: Call, queue: ApiQueue, handle: string | undefined): object {
  if (!handle) {
    throw missingParameter('ReceiptHandle');
  }
  return checked(messaging.queues.delete(queue, handle), handle);
}

function changed({ messaging }: Call, queue: ApiQueue, handle: string | undefined, timeout: number | undefined): object {
  if (!handle) {
    throw missingParameter('ReceiptHandle');
  }
  if (timeout === undefined) {
    throw missingParameter('VisibilityTimeout');
  }
  if (timeout > VISIBILITY_TIMEOUT.max) {
    throw tooLong(timeout);
  }
  checkTimeout(timeout);
  const outcome = messaging.queues.changeVisibility(queue, handle, timeout);
  if (outcome === 'too long') {
    throw tooLong(timeout);
  }
  return checked(outcome, handle);
}

function tooLong(timeout: number): ServiceError {
  return invalidParameter('VisibilityTimeout', timeout, `Total VisibilityTimeout for the message is beyond the limit [${VISIBILITY_TIMEOUT.max} seconds]`);
}

function checked(outcome: Exclude<HandleOutcome, 'too long'>, handle: string): object {
  switch (outcome) {
    case 'done': return {};
    case 'invalid': throw new ServiceError('ReceiptHandleIsInvalid', 400, `The input receipt handle "${handle}" is not a valid receipt handle.`);
    case 'expired': throw invalidParameter('ReceiptHandle', handle, 'The receipt handle has expired.');
    case 'not in flight':
      throw invalidParameter('ReceiptHandle', handle, 'Message does not exist or is not available for visibility timeout change.');
  }
}
