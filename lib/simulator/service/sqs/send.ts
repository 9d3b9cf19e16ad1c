import { checkBatch, eachOf, FAILURES } from './batch';
import { checkDeduplication, MESSAGE, messageSize, sent, SENT } from './message';
import { queueOf } from './queue-of';
import { invalidValue, missing, missingParameter } from './refusals';
import { BATCH_SIZE } from '../../../constraints/aws-sqs/send-message';
import { ServiceError } from '../../state';
import { operation } from '../model/api';
import { list, structure } from '../model/shape';

export const sendMessage = operation(
  structure({ QueueUrl: 'string', ...MESSAGE }),
  structure(SENT),
  (call, input) => sent(call, queueOf(call, input.QueueUrl), input, true),
);

export const sendMessageBatch = operation(
  structure({ QueueUrl: 'string', Entries: list(structure({ Id: 'string', ...MESSAGE }), 'SendMessageBatchRequestEntry') }),
  structure({ Successful: list(structure({ Id: 'string', ...SENT }), 'SendMessageBatchResultEntry'), Failed: FAILURES }),
  (call, { QueueUrl, Entries = [] }) => {
    const queue = queueOf(call, QueueUrl);
    checkBatch(Entries, 'SendMessageBatchRequestEntry', entry => {
      if (!queue.fifo) {
        return;
      }
      checkDeduplication(queue, entry.MessageDeduplicationId);
      if (!entry.MessageGroupId) {
        throw invalidValue(missing('MessageGroupId'));
      }
    });
    const size = Entries.reduce((sum, entry) => sum + messageSize(entry), 0);
    if (size > BATCH_SIZE.max) {
      throw new ServiceError('BatchRequestTooLong', 400, `Batch requests cannot be longer than ${BATCH_SIZE.max} bytes. You have sent ${size} bytes.`);
    }
    if (Entries.some(({ MessageBody }) => !MessageBody)) {
      throw missingParameter('MessageBody');
    }
    return eachOf(Entries, entry => sent(call, queue, entry, false));
  },
);
