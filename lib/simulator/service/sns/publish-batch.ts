import { checkFor, MESSAGE, messageOf, messageSize } from './message';
import { published, PUBLISHED } from './publish';
import { invalidParameter } from './refusals';
import { topicOf } from './topic-of';
import { PUBLISHED_ENTRIES, PUBLISHED_ENTRY_ID } from '../../../constraints/aws-sns/publish';
import { ServiceError } from '../../state';
import { operation } from '../model/api';
import { list, structure } from '../model/shape';

const ID = new RegExp(`^${PUBLISHED_ENTRY_ID.pattern}$`);
const FAILED = structure({ Id: 'string', Code: 'string', Message: 'string', SenderFault: 'boolean' });

/** One message that the service refuses makes the whole batch fail. */
export const publishBatch = operation(
  structure({ TopicArn: 'string', PublishBatchRequestEntries: list(structure({ Id: 'string', ...MESSAGE })) }),
  structure({ Successful: list(structure({ Id: 'string', ...PUBLISHED })), Failed: list(FAILED) }),
  (call, { TopicArn, PublishBatchRequestEntries: entries = [] }) => {
    checkCount(entries.length);
    if (TopicArn === undefined) {
      throw invalidParameter('TopicArn Reason: no value for required parameter');
    }
    const topic = topicOf(call, TopicArn);
    checkIds(entries.map(({ Id = '' }) => Id));
    const messages = entries.map((entry, index) => messageOf(entry, index + 1));
    messages.forEach(message => checkFor(topic, message));
    if (entries.reduce((sum, entry, index) => sum + messageSize(entry, messages[index]), 0) > topic.maximumMessageSize) {
      throw refused('BatchRequestTooLong', 'The length of all the messages put together is more than the limit.');
    }
    return {
      Successful: entries.map(({ Id }, index) => ({ Id, ...published(call.messaging.topics.publish(topic, messages[index], call.caller)) })),
      Failed: [],
    };
  },
);

function checkCount(count: number): void {
  if (count === 0) {
    throw refused('EmptyBatchRequest', "The batch request doesn't contain any entries.");
  }
  if (count > PUBLISHED_ENTRIES.max) {
    throw refused('TooManyEntriesInBatchRequest', 'The batch request contains more entries than permissible.');
  }
}

function checkIds(ids: readonly string[]): void {
  if (new Set(ids).size < ids.length) {
    throw refused('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.');
  }
  if (ids.some(id => !ID.test(id) || id.length > PUBLISHED_ENTRY_ID.max)) {
    throw refused('InvalidBatchEntryId', "The Id of a batch entry in a batch request doesn't abide by the specification.");
  }
}

function refused(code: string, message: string): ServiceError {
  return new ServiceError(code, 400, message);
}
