import { bodyText, shownAttributes, type Message } from './message';
import { ACCOUNT, REGION } from './place';

const TOPIC_ARN = `arn:aws:sns:${REGION}:${ACCOUNT}:topic`;

/** The event of a function behind a topic. */
export function snsEvent(message: Message) {
  return {
    Records: [{
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: `${TOPIC_ARN}:subscription`,
      Sns: { ...snsNotification(message), MessageAttributes: shownAttributes(message, 'Type', 'Value') },
    }],
  };
}

/** The notification of a topic, which is the body of a message in a queue behind it, unless delivery is raw. */
export function snsNotification(message: Message) {
  return {
    Type: 'Notification',
    MessageId: 'notification-1',
    TopicArn: TOPIC_ARN,
    Message: bodyText(message),
    Timestamp: '2026-01-02T03:04:05.789Z',
    ...message.attributes && { MessageAttributes: shownAttributes(message, 'Type', 'Value') },
  };
}
