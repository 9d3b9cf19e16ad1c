import { RECORDED } from './recorded';
import { batchResponse, buildRecord, eventBridgeEvent, readRecords, sqsEvent } from '../../lib/invocation-record';

test('names each failed message once', () => {
  const [first, , third] = readRecords(sqsEvent({ body: RECORDED.success }, { body: RECORDED.success }, { body: 'hello' }));

  expect(batchResponse([first, third, first])).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }, { itemIdentifier: 'message-3' }] });
});

test('names no message if none failed', () => {
  expect(batchResponse([])).toEqual({ batchItemFailures: [] });
});

test.each([
  ['via eventbridge', eventBridgeEvent(buildRecord())],
  ['by itself', buildRecord()],
])('refuses a reading that came %s, because it would be lost', (how, event) => {
  expect(() => batchResponse(readRecords(event))).toThrow(new Error(
    `A batch response must be about messages of a queue, got: a reading that came ${how}. Throw an error instead, so that Lambda retries the event.`,
  ));
});
