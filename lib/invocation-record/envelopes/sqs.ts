import { attributesOf, type Envelope } from './envelope';
import type { JsonObject } from '../json';

/** Opens a message of a queue, from an event source mapping, from a pipe or from ReceiveMessage. */
export function openSqs(message: JsonObject): Envelope | undefined {
  if (typeof message.body === 'string' && typeof message.messageId === 'string') {
    return { via: 'sqs', content: { value: message.body }, messageId: message.messageId, attributes: attributesOf(message.messageAttributes, 'stringValue') };
  }
  if (typeof message.Body === 'string' && typeof message.MessageId === 'string') {
    return { via: 'sqs', content: { value: message.Body }, messageId: message.MessageId, attributes: attributesOf(message.MessageAttributes, 'StringValue') };
  }
  return undefined;
}
