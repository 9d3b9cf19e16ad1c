import { sentTimes } from '../../../lib/cli/replay/sent-times';

test.each([
  ['the answer of ReceiveMessage', { Messages: [{ MessageId: 'one', Attributes: { SentTimestamp: '1000' } }] }],
  ['a message', { MessageId: 'one', Attributes: { SentTimestamp: '1000' } }],
  ['a list of messages', [{ MessageId: 'one', Attributes: { SentTimestamp: '1000' } }]],
  ['the event of a function', { Records: [{ messageId: 'one', attributes: { SentTimestamp: '1000' } }] }],
])('finds the time in %s', (_, document) => {
  expect([...sentTimes(document)]).toEqual([['one', 1000]]);
});

test.each([
  ['a message without the time', { MessageId: 'one' }],
  ['a time without a message', { Attributes: { SentTimestamp: '1000' } }],
  ['a text', 'text'],
  ['nothing', undefined],
])('finds none in %s', (_, document) => {
  expect([...sentTimes(document)]).toEqual([]);
});
