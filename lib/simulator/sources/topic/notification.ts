import type { MessageAttributes } from '../../state';

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
  return JSON.stringify(fields(notification, subscription, 'SigningCertURL', 'UnsubscribeURL', {}));
}

/** The event of a function. */
export function snsEvent(notification: Notification, subscription: string): string {
  return JSON.stringify({
    Records: [{
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: subscription,
      Sns: fields(notification, subscription, 'SigningCertUrl', 'UnsubscribeUrl', { Subject: null, MessageAttributes: {} }),
    }],
  });
}

function fields(
  { messageId, topicArn, region, subject, message, sentAt, attributes, sequenceNumber }: Notification,
  subscription: string, certificate: string, unsubscribe: string, absent: { readonly Subject?: null; readonly MessageAttributes?: object },
): object {
  const named = Object.entries(shownAttributes(attributes));
  return {
    Type: 'Notification',
    MessageId: messageId,
    ...sequenceNumber !== undefined && { SequenceNumber: sequenceNumber },
    TopicArn: topicArn,
    ...subject === undefined ? 'Subject' in absent && { Subject: null } : { Subject: subject },
    Message: message,
    Timestamp: new Date(sentAt).toISOString(),
    SignatureVersion: '1',
    Signature: 'EXAMPLE',
    [certificate]: `https://sns.${region}.amazonaws.com/SimpleNotificationService-EXAMPLE.pem`,
    [unsubscribe]: `https://sns.${region}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${subscription}`,
    ...named.length > 0 ? { MessageAttributes: Object.fromEntries(named) } : 'MessageAttributes' in absent && { MessageAttributes: {} },
  };
}

/** Attributes as SNS shows them to subscribers. */
export function shownAttributes(attributes: MessageAttributes): Record<string, { readonly Type: string; readonly Value: string }> {
  return Object.fromEntries(Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [name, {
    Type: DataType,
    Value: StringValue ?? BinaryValue ?? '',
  }]));
}
