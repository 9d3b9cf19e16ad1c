import { deadLetterMessage, receivedMessages, sqsEvent } from '../../../lib/invocation-record';

const LETTER = deadLetterMessage({ requestId: 'r', errorCode: 200, payload: {} });

test('builds the event of a function, with attributes in lower case', () => {
  expect(sqsEvent({ body: { a: 1 } }, LETTER).Records).toMatchObject([
    { messageId: 'message-1', body: '{"a":1}', messageAttributes: {}, eventSource: 'aws:sqs' },
    { messageId: 'message-2', messageAttributes: { RequestID: { dataType: 'String', stringValue: 'r' }, ErrorCode: { dataType: 'Number', stringValue: '200' } } },
  ]);
});

test('builds the response of ReceiveMessage, with attributes in upper case or none', () => {
  const [plain, letter] = receivedMessages({ body: { a: 1 } }, LETTER).Messages;

  expect(plain).toStrictEqual({ MessageId: 'message-1', ReceiptHandle: 'receipt-1', Body: '{"a":1}' });
  expect(letter.MessageAttributes).toEqual({ RequestID: { DataType: 'String', StringValue: 'r' }, ErrorCode: { DataType: 'Number', StringValue: '200' } });
});
