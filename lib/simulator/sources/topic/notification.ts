import type { MessageAttributes } from '../../state';
import { isoTime } from '../../time/iso-time';

/** What a topic sends to a subscriber. */
export interface Notification {
  readonly messageId: string;
  readonly topicArn: string;
  readonly region: string;
  readonly subject?: string;
  readonly message: string;

  /** In milliseconds since 1970. */
  readonly sentAt: number;
  readonly attributes: MessageAttributes;
  readonly sequenceNumber?: string;
}

/** The body of a message in a queue, and of a request to an endpoint, unless delivery is raw. */
export function envelope(notification: Notification, subscription: string): string {
  return JSON.stringify(fields(notification, subscription, false));
}

/** The event of a function. */
export function snsEvent(notification: Notification, subscription: string): string {
  return JSON.stringify({
    Records: [{
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: subscription,
      Sns: fields(notification, subscription, true),
    }],
  });
}

/** The fields in their order. JSON leaves those out that are undefined. One literal for both takes a third of the time of spread parts. */
function fields(notification: Notification, subscription: string, isEvent: boolean): object {
  const { messageId, topicArn, region, subject, message, sentAt, attributes, sequenceNumber } = notification;
  const shown = shownAttributes(attributes);
  const certificate = `https://sns.${region}.amazonaws.com/SimpleNotificationService-EXAMPLE.pem`;
  const unsubscribe = `https://sns.${region}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${subscription}`;
  return {
    Type: 'Notification',
    MessageId: messageId,
    SequenceNumber: sequenceNumber,
    TopicArn: topicArn,
    Subject: subject ?? (isEvent ? null : undefined),
    Message: message,
    Timestamp: isoTime(sentAt),
    SignatureVersion: '1',
    Signature: 'EXAMPLE',
    SigningCertURL: isEvent ? undefined : certificate,
    UnsubscribeURL: isEvent ? undefined : unsubscribe,
    SigningCertUrl: isEvent ? certificate : undefined,
    UnsubscribeUrl: isEvent ? unsubscribe : undefined,
    MessageAttributes: isEvent || Object.keys(shown).length > 0 ? shown : undefined,
  };
}

/** Attributes as SNS shows them to subscribers. */
export function shownAttributes(attributes: MessageAttributes): Record<string, { readonly Type: string; readonly Value: string }> {
  return Object.fromEntries(Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [name, {
    Type: DataType,
    Value: StringValue ?? BinaryValue ?? '',
  }]));
}
