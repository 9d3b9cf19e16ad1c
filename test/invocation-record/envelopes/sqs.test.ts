import { openSqs } from '../../../lib/invocation-record/envelopes/sqs';

test('opens a message of an event source mapping', () => {
  expect(openSqs({ messageId: 'm', body: 'b', messageAttributes: { A: { stringValue: 'a', dataType: 'String' } } }))
    .toEqual({ via: 'sqs', content: { value: 'b' }, messageId: 'm', attributes: new Map([['A', 'a']]) });
});

test('opens a message of ReceiveMessage', () => {
  expect(openSqs({ MessageId: 'm', Body: 'b', MessageAttributes: { A: { StringValue: 'a', DataType: 'String' } } }))
    .toEqual({ via: 'sqs', content: { value: 'b' }, messageId: 'm', attributes: new Map([['A', 'a']]) });
});

test.each([{}, { body: 'b' }, { messageId: 'm' }, { messageId: 'm', body: {} }, { messageId: 'm', Body: 'b' }])('%j is not a message', value => {
  expect(openSqs(value)).toBeUndefined();
});
