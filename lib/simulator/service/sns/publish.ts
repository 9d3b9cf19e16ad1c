import { checkFor, MESSAGE, messageOf, messageSize } from './message';
import { invalidParameter } from './refusals';
import { topicOf } from './topic-of';
import { NotKnownError, type TakenMessage } from '../../state';
import { operation } from '../model/api';
import { structure } from '../model/shape';

/** What a topic answers for one message. */
export const PUBLISHED = { MessageId: 'string', SequenceNumber: 'string' } as const;

export const publish = operation(
  structure({ TopicArn: 'string', TargetArn: 'string', PhoneNumber: 'string', ...MESSAGE }),
  structure(PUBLISHED),
  (call, input) => {
    const { TopicArn, TargetArn, PhoneNumber } = input;
    const message = messageOf(input);
    if (PhoneNumber !== undefined) {
      throw new NotKnownError('what becomes of a message to a phone number', 'Publish to a topic.');
    }
    if (TargetArn?.includes(':endpoint/')) {
      throw invalidParameter('TargetArn Reason: No endpoint found for the target arn specified');
    }
    const arn = TopicArn ?? TargetArn;
    if (arn === undefined) {
      throw invalidParameter('TopicArn or TargetArn Reason: no value for required parameter');
    }
    const topic = topicOf(call, arn);
    checkFor(topic, message);
    if (messageSize(input, message) > topic.maximumMessageSize) {
      throw invalidParameter('Message too long');
    }
    return published(call.messaging.topics.publish(topic, message, call.caller));
  },
);

/** The answer for a message that the topic has taken. */
export function published({ messageId, sequenceNumber }: TakenMessage): object {
  return { MessageId: messageId, SequenceNumber: sequenceNumber };
}
