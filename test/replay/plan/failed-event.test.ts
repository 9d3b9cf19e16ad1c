import { eventOf, ORDERS } from './events';
import { buildFailure, buildRecord, deadLetterMessage, eventBridgeEvent, readRecords, receivedMessages, recordText, s3Notification } from '../../../lib/invocation-record';
import { failedEvent } from '../../../lib/replay/plan/failed-event';

test('keeps the event of a record exactly as it was sent', () => {
  const text = recordText(buildFailure({ requestContext: { functionArn: ORDERS } }), { requestPayloadText: '{"id":9007199254740993,"amount":1.10}' });

  expect(failedEvent(readRecords(text)[0], {})).toEqual({
    id: '00000000-0000-4000-8000-000000000001',
    functionArn: ORDERS,
    condition: 'RetriesExhausted',
    errorType: 'Error',
    executedVersion: '$LATEST',
    time: Date.parse('2026-01-02T03:04:05.678Z'),
    advice: 'after-repair',
    payload: { text: '{"id":9007199254740993,"amount":1.10}' },
  });
});

test('keeps the event of a dead letter exactly, with the function and time of its place', () => {
  const [reading] = readRecords(receivedMessages(deadLetterMessage({ requestId: 'one', errorCode: 429, payload: undefined, payloadText: '{"id":9007199254740993}' })));

  expect(failedEvent(reading, { deadLettersOf: ORDERS, sentAt: 1000 })).toEqual({
    id: 'one', functionArn: ORDERS, condition: 'DeadLetter', time: 1000, advice: 'now', payload: { text: '{"id":9007199254740993}' },
  });
  expect(failedEvent(reading, {})).toEqual({ id: 'one', condition: 'DeadLetter', advice: 'now', payload: { text: '{"id":9007199254740993}' } });
});

test('a dead letter that is not JSON has no event', () => {
  const [reading] = readRecords(receivedMessages(deadLetterMessage({ requestId: 'one', errorCode: 200, payload: undefined, payloadText: 'plain' })));

  expect(failedEvent(reading, {})).toMatchObject({ payload: { missing: 'inexact' } });
});

test('a record that was too large for its topic has no event', () => {
  expect(eventOf({ requestPayload: undefined }).payload).toEqual({ missing: 'noPayload' });
});

test('the event `null` is one', () => {
  expect(eventOf({ requestPayload: null }).payload).toEqual({ text: 'null' });
});

test('a record that the runtime parsed has no exact event', () => {
  expect(failedEvent(readRecords(eventBridgeEvent(buildFailure()))[0], {})).toMatchObject({ payload: { missing: 'inexact' } });
});

test('a success has no error type', () => {
  expect(failedEvent(readRecords(recordText(buildRecord()))[0], {})).not.toHaveProperty('errorType');
});

test('a time that is not one is left out', () => {
  expect(eventOf({ timestamp: 'soon' })).not.toHaveProperty('time');
});

test.each([
  ['a notification about a record', s3Notification({ bucket: 'b', key: 'aws/lambda/async/f/2026/01/02/2026-01-02T03.04.05-00000000-0000-4000-8000-000000000001' }),
    'it is a notification about a stored record: declare the bucket as a source instead'],
  ['anything else', '{"a":1}', 'it has no `requestContext` that names a function and a condition'],
])('%s is unreadable', (_, input, unreadable) => {
  expect(failedEvent(readRecords(input)[0], {})).toEqual({ unreadable });
});
