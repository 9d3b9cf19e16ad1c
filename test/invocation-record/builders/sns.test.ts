import { deadLetterMessage, snsEvent, snsNotification } from '../../../lib/invocation-record';

const LETTER = deadLetterMessage({ requestId: 'r', errorMessage: 'e', payload: {} });
const ATTRIBUTES = { RequestID: { Type: 'String', Value: 'r' }, ErrorMessage: { Type: 'String', Value: 'e' } };

test('builds the event of a function, with the notification as `Sns`', () => {
  expect(snsEvent(LETTER).Records).toMatchObject([{ EventSource: 'aws:sns', Sns: { Type: 'Notification', Message: '{}', MessageAttributes: ATTRIBUTES } }]);
});

test('builds the notification of a queue, with attributes only if there are any', () => {
  expect(snsNotification(LETTER).MessageAttributes).toEqual(ATTRIBUTES);
  expect(snsNotification({ body: {} })).not.toHaveProperty('MessageAttributes');
});
