import { attributesOf, type Envelope } from './envelope';
import { isObject, type JsonObject } from '../json';

/** Opens a notification of a topic, in the event of a function, or as queues and endpoints get it without raw delivery. */
export function openSns(notification: JsonObject): Envelope | undefined {
  const sns = isObject(notification.Sns) ? notification.Sns : notification;
  if (sns.Type !== 'Notification' || typeof sns.Message !== 'string' || typeof sns.TopicArn !== 'string') {
    return undefined;
  }
  return { via: 'sns', content: { value: sns.Message }, attributes: attributesOf(sns.MessageAttributes, 'Value') };
}
