import { attributesOf, type Envelope } from './envelope';
import type { JsonObject } from '../json';

/** A message of a queue: as an event source mapping or a pipe hands it over, or as ReceiveMessage answers it. */
export function openSqs(message: JsonObject): Envelope | undefined {
  if (typeof message.body === 'string' && typeof message.messageId === 'string') {
    return { via: 'sqs', content: { value: message.body }, messageId: message.messageId, attributes: attributesOf(message.messageAttributes, 'stringValue') };
  }
  if (typeof message.Body === 'string' && typeof message.MessageId === 'string') {
    return { via: 'sqs', content: { value: message.Body }, messageId: message.MessageId, attributes: attributesOf(message.MessageAttributes, 'StringValue') };
  }
  return undefined;
}
