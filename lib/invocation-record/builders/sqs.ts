import { bodyText, shownAttributes, type Message } from './message';
import { ACCOUNT, REGION } from './place';

const QUEUE_ARN = `arn:aws:sqs:${REGION}:${ACCOUNT}:queue`;

/** The event of a function behind a queue. The ids of its messages are `message-1`, `message-2` and so on. */
export function sqsEvent(...messages: Message[]) {
  return {
    Records: messages.map((message, index) => ({
      messageId: messageId(index),
      receiptHandle: `receipt-${index + 1}`,
      body: bodyText(message),
      attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1767323045678' },
      messageAttributes: shownAttributes(message, 'dataType', 'stringValue'),
      eventSource: 'aws:sqs',
      eventSourceARN: QUEUE_ARN,
      awsRegion: REGION,
    })),
  };
}

/** The response of ReceiveMessage with all message attributes. */
export function receivedMessages(...messages: Message[]) {
  return {
    Messages: messages.map((message, index) => ({
      MessageId: messageId(index),
      ReceiptHandle: `receipt-${index + 1}`,
      Body: bodyText(message),
      ...message.attributes && { MessageAttributes: shownAttributes(message, 'DataType', 'StringValue') },
    })),
  };
}

function messageId(index: number): string {
  return `message-${index + 1}`;
}
