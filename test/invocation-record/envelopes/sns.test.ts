import { openSns } from '../../../lib/invocation-record/envelopes/sns';

const NOTIFICATION = { Type: 'Notification', TopicArn: 'arn', Message: 'm', MessageAttributes: { A: { Type: 'String', Value: 'a' } } };

test.each([['a function', { EventSource: 'aws:sns', Sns: NOTIFICATION }], ['a queue', NOTIFICATION]])('opens the notification that %s gets', (_, value) => {
  expect(openSns(value)).toEqual({ via: 'sns', content: { value: 'm' }, attributes: new Map([['A', 'a']]) });
});

test.each([
  {}, { Sns: {} }, { ...NOTIFICATION, Type: 'UnsubscribeConfirmation' }, { ...NOTIFICATION, Message: {} }, { ...NOTIFICATION, TopicArn: undefined },
])('%j is not a notification', value => {
  expect(openSns(value)).toBeUndefined();
});
