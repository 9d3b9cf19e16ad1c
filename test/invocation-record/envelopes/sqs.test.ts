import { openSqs } from '../../../lib/invocation-record/envelopes/sqs';

test('a message that an event source mapping hands over is opened', () => {
  expect(openSqs({ messageId: 'm', body: 'b', messageAttributes: { A: { stringValue: 'a', dataType: 'String' } } }))
    .toEqual({ via: 'sqs', content: { value: 'b' }, messageId: 'm', attributes: new Map([['A', 'a']]) });
});

test('a message of ReceiveMessage is opened', () => {
  expect(openSqs({ MessageId: 'm', Body: 'b', MessageAttributes: { A: { StringValue: 'a', DataType: 'String' } } }))
    .toEqual({ via: 'sqs', content: { value: 'b' }, messageId: 'm', attributes: new Map([['A', 'a']]) });
});

test.each([{}, { body: 'b' }, { messageId: 'm' }, { messageId: 'm', body: {} }, { messageId: 'm', Body: 'b' }])('%j is no message', value => {
  expect(openSqs(value)).toBeUndefined();
});
