import * as fc from 'fast-check';
import { deadLetters, json, jsonTexts, mutated, recordKeys, records } from './arbitraries';
import { DEAD_LETTER, MAPPING_RECORD, RECORDED } from './recorded';
import {
  buildRecord, deadLetterMessage, eventBridgeEvent, readRecords, receivedMessages, recordKey, recordText, s3EventBridgeEvent, s3Notification,
  snsEvent, snsNotification, sqsEvent, type DeadLetter, type InvocationRecord, type Message, type PayloadTexts, type Via, type WrittenObject,
} from '../../lib/invocation-record';

/** All ways in which a record can come. */
const RECORD_ENVELOPES: [name: string, wrap: (record: InvocationRecord) => unknown, via: Via[]][] = [
  ['the event of a function', record => record, []],
  ['the text of an object', record => JSON.stringify(record), []],
  ['the bytes of an object', record => Buffer.from(JSON.stringify(record)), []],
  ['a queue', record => sqsEvent({ body: record }), ['sqs']],
  ['a pipe', record => sqsEvent({ body: record }).Records, ['sqs']],
  ['ReceiveMessage', record => receivedMessages({ body: record }), ['sqs']],
  ['a message of ReceiveMessage', record => receivedMessages({ body: record }).Messages[0], ['sqs']],
  ['a topic', record => snsEvent({ body: record }), ['sns']],
  ['a queue behind a topic', record => sqsEvent({ body: snsNotification({ body: record }) }), ['sqs', 'sns']],
  ['a bus', record => eventBridgeEvent(record), ['eventbridge']],
  ['a queue behind a bus', record => sqsEvent({ body: eventBridgeEvent(record) }), ['sqs', 'eventbridge']],
  ['a topic behind a bus', record => snsEvent({ body: eventBridgeEvent(record) }), ['sns', 'eventbridge']],
  ['a queue behind a topic behind a bus', record => sqsEvent({ body: snsNotification({ body: eventBridgeEvent(record) }) }), ['sqs', 'sns', 'eventbridge']],
];

/** Every way in which a dead letter can come. */
const DEAD_LETTER_ENVELOPES: [name: string, wrap: (message: Message) => unknown, via: Via[]][] = [
  ['a queue, or one behind a topic with raw delivery', message => sqsEvent(message), ['sqs']],
  ['ReceiveMessage', message => receivedMessages(message), ['sqs']],
  ['a topic', message => snsEvent(message), ['sns']],
  ['a queue behind a topic', message => sqsEvent({ body: snsNotification(message) }), ['sqs', 'sns']],
];

/** Every way in which a notification of a bucket can come. */
const NOTIFICATION_ENVELOPES: [name: string, wrap: (object: WrittenObject) => unknown, via: Via[]][] = [
  ['a bucket', object => s3Notification(object), ['s3']],
  ['a queue', object => sqsEvent({ body: s3Notification(object) }), ['sqs', 's3']],
  ['a topic', object => snsEvent({ body: s3Notification(object) }), ['sns', 's3']],
  ['a queue behind a topic', object => sqsEvent({ body: snsNotification({ body: s3Notification(object) }) }), ['sqs', 'sns', 's3']],
  ['a bus', object => s3EventBridgeEvent(object), ['eventbridge', 's3']],
  ['a queue behind a bus', object => sqsEvent({ body: s3EventBridgeEvent(object) }), ['sqs', 'eventbridge', 's3']],
];

const KEY = 'aws/lambda/async/orders/2026/09/14/2026-09-14T15.16.38-6d5c756f-bd39-4a05-b187-e92609050e03';

describe('a record comes back from', () => {
  describe.each(RECORD_ENVELOPES)('%s', (name, wrap, via) => {
    const origin = { via, ...via[0] === 'sqs' && { messageId: 'message-1' } };

    const texts = (record: InvocationRecord) => name === 'the event of a function' || name === 'a bus' ? {} : payloadTexts(record);

    test.each(Object.entries(RECORDED))('%s', (_, record) => {
      expect(readRecords(wrap(record))).toStrictEqual([{ kind: 'record', record, ...texts(record), ...origin }]);
    });

    test('whatever it holds', () => {
      fc.assert(fc.property(records, record => {
        expect(readRecords(wrap(record))).toStrictEqual([{ kind: 'record', record, ...texts(record), ...origin }]);
      }));
    });
  });
});

describe('payloads keep their text in', () => {
  test.each<[string, (text: string) => unknown]>([
    ['an object', text => text],
    ['the bytes of an object', text => Buffer.from(text)],
    ['a list', text => `[ 1, ${text} ]`],
    ['a queue', text => sqsEvent({ body: text })],
    ['the text of the event of a queue', text => JSON.stringify(sqsEvent({ body: text }))],
    ['a queue behind a topic', text => sqsEvent({ body: snsNotification({ body: text }) })],
    ['a queue behind a bus', text => sqsEvent({ body: `{"detail": 1, "detail-type":"result", "source": "lambda", "detail" : ${text} }` })],
  ])('%s', (_, wrap) => {
    fc.assert(fc.property(jsonTexts, jsonTexts, (requestPayloadText, responsePayloadText) => {
      const text = recordText(buildRecord(), { requestPayloadText, responsePayloadText });
      expect(readRecords(wrap(text)).at(-1)).toMatchObject({ kind: 'record', requestPayloadText, responsePayloadText });
    }));
  });

  test('a dead letter', () => {
    fc.assert(fc.property(jsonTexts, payloadText => {
      const message = deadLetterMessage({ requestId: 'r', errorCode: 200, payload: undefined, payloadText });
      expect(readRecords(sqsEvent(message))).toMatchObject([{ kind: 'dead-letter', deadLetter: { payloadText, payload: JSON.parse(payloadText) } }]);
    }));
  });
});

describe('a dead letter comes back from', () => {
  test.each(DEAD_LETTER_ENVELOPES)('%s', (_, wrap, via) => {
    fc.assert(fc.property(deadLetters, (deadLetter: DeadLetter) => {
      const origin = { via, ...via[0] === 'sqs' && { messageId: 'message-1' } };
      const payloadText = JSON.stringify(deadLetter.payload);
      expect(readRecords(wrap(deadLetterMessage(deadLetter)))).toStrictEqual([{ kind: 'dead-letter', deadLetter: { ...deadLetter, payloadText }, ...origin }]);
    }));
  });

  test('the queue that it was recorded in', () => {
    expect(readRecords({ Messages: [DEAD_LETTER] })).toStrictEqual([{
      kind: 'dead-letter',
      deadLetter: {
        requestId: '026bb3a4-646e-4433-b2f1-42ec124a5767',
        errorCode: 200,
        errorMessage: 'no such order:雪🙂Z',
        payload: { id: 'order-1', fail: true },
        payloadText: DEAD_LETTER.Body,
      },
      via: ['sqs'],
      messageId: DEAD_LETTER.MessageId,
    }]);
  });

  test('the dead-letter queue of a function that takes records, and is no record', () => {
    const message = deadLetterMessage({ requestId: 'r', errorCode: 200, payload: RECORDED.success });

    expect(readRecords(sqsEvent(message))).toMatchObject([{ kind: 'dead-letter', deadLetter: { payload: RECORDED.success } }]);
  });
});

describe('the place of a record comes back from the notification of', () => {
  test.each(NOTIFICATION_ENVELOPES)('%s', (_, wrap, via) => {
    fc.assert(fc.property(recordKeys, fc.option(fc.string(), { nil: undefined }), (told, versionId) => {
      const object = { bucket: 'failures', key: recordKey(told), ...versionId !== undefined && { versionId } };
      const origin = { via, ...via[0] === 'sqs' && { messageId: 'message-1' } };
      expect(readRecords(wrap(object))).toStrictEqual([{ kind: 'stored-record', object: { ...object, ...told }, ...origin }]);
    }));
  });
});

describe('tells look-alikes apart:', () => {
  test.each<[string, unknown, string, string]>([
    ['the record of an event source mapping', MAPPING_RECORD,
      'event-source-mapping', 'it is the record of an event source mapping: it is about a batch, not about an asynchronous invocation'],
    ['the same without its batch', JSON.parse(JSON.stringify({ ...MAPPING_RECORD, KinesisBatchInfo: undefined })),
      'event-source-mapping', 'it is the record of an event source mapping: it is about a batch, not about an asynchronous invocation'],
    ['the same of another source and with another condition',
      { ...RECORDED.retriesExhausted, DDBStreamBatchInfo: {} },
      'event-source-mapping', 'it is the record of an event source mapping: it is about a batch, not about an asynchronous invocation'],
    ['a record without its function', { ...RECORDED.success, requestContext: { ...RECORDED.success.requestContext, functionArn: undefined } },
      'malformed-record', '`requestContext.functionArn` must be a string'],
    ['the request of an API', { version: '2.0', requestContext: { requestId: 'r', http: { method: 'GET' } } },
      'no-record', 'it has no `requestContext` that names a function and a condition'],
    ['the first message of a bucket', { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'failures' },
      'no-record', 'it has no `requestContext` that names a function and a condition'],
    ['the confirmation of a subscription', { Type: 'SubscriptionConfirmation', TopicArn: 'arn', Message: JSON.stringify(RECORDED.success) },
      'no-record', 'it has no `requestContext` that names a function and a condition'],
    ['an order', { id: 1 }, 'no-record', 'it has no `requestContext` that names a function and a condition'],
    ['a number', 42, 'no-record', 'it is not an object'],
    ['nothing', undefined, 'no-record', 'it is not an object'],
    ['a word', 'hello', 'no-json', 'the text is not JSON'],
    ['an empty object of a bucket', new Uint8Array(), 'no-json', 'the text is not JSON'],
  ])('%s', (_, input, why, reason) => {
    expect(readRecords(input)).toStrictEqual([{ kind: 'other', why, reason, via: [] }]);
  });

  test.each([
    ['an object elsewhere', s3Notification({ bucket: 'failures', key: 'invoices/1.pdf' }),
      'the key of the object is not the key of an invocation record'],
    ['the object of an event source mapping', s3Notification({ bucket: 'failures', key: KEY.replace('async', '6d5c756f-bd39-4a05-b187-e92609050e03') }),
      'the key of the object is not the key of an invocation record'],
    ['a record that was removed', { Records: [{ ...s3Notification({ bucket: 'failures', key: KEY }).Records[0], eventName: 'ObjectRemoved:Delete' }] },
      'the notification is not about a new object'],
  ])('%s', (_, input, reason) => {
    expect(readRecords(input)).toStrictEqual([{ kind: 'other', why: 'other-object', reason, via: ['s3'] }]);
  });

  test('a record that was removed, on a bus', () => {
    const event = { ...s3EventBridgeEvent({ bucket: 'failures', key: KEY }), 'detail-type': 'Object Deleted' };

    expect(readRecords(event)).toMatchObject([{ kind: 'other', why: 'other-object', via: ['eventbridge', 's3'] }]);
  });

  test('a message with attributes of its own', () => {
    const message = { body: RECORDED.success, attributes: [{ name: 'RequestID', type: 'String', value: '1' }] as const };

    expect(readRecords(sqsEvent(message))).toMatchObject([{ kind: 'record' }]);
  });

  test('a record with a member called Records', () => {
    expect(readRecords({ ...RECORDED.success, Records: [1], Messages: [2] })).toMatchObject([{ kind: 'record' }]);
    expect(readRecords(sqsEvent({ body: { Messages: [1, 2] } }, { body: { Records: [] } }, { body: [1, 2] }))).toMatchObject([
      { kind: 'other', messageId: 'message-1' },
      { kind: 'other', messageId: 'message-2' },
      { kind: 'other', messageId: 'message-3' },
    ]);
  });
});

describe('a batch', () => {
  test('is read in order, with the id of every message', () => {
    const readings = readRecords(sqsEvent(
      { body: RECORDED.retriesExhausted },
      { body: 'hello' },
      { body: MAPPING_RECORD },
      deadLetterMessage({ requestId: 'r', errorCode: 404, payload: {} }),
    ));

    expect(readings).toMatchObject([
      { kind: 'record', messageId: 'message-1' },
      { kind: 'other', why: 'no-json', messageId: 'message-2' },
      { kind: 'other', why: 'event-source-mapping', messageId: 'message-3' },
      { kind: 'dead-letter', messageId: 'message-4' },
    ]);
  });

  test('has no readings without messages', () => {
    expect([[], { Records: [] }, { Messages: [] }].map(readRecords)).toEqual([[], [], []]);
  });

  test('loses no message, whatever their bodies', () => {
    const bodies = fc.oneof(json, fc.string(), records, records.map(record => snsNotification({ body: record })), recordKeys.map(recordKey)
      .map(key => s3Notification({ bucket: 'failures', key })));
    fc.assert(fc.property(fc.array(bodies), messages => {
      const event = sqsEvent(...messages.map(body => ({ body })));
      const ids = new Set(readRecords(event).map(reading => reading.messageId));
      expect([...ids]).toEqual(event.Records.map(({ messageId }) => messageId));
    }));
  });
});

describe('never throws:', () => {
  test('any JSON has readings of the known kinds', () => {
    fc.assert(fc.property(json, input => {
      expect(readRecords(input).every(isReading)).toBe(true);
    }));
  });

  test('the text of any JSON has the same readings', () => {
    fc.assert(fc.property(json.filter(input => typeof input !== 'string'), input => {
      expect(readRecords(JSON.stringify(input))).toStrictEqual(readRecords(input));
    }));
  });

  test('for any value', () => {
    fc.assert(fc.property(fc.anything(), input => readRecords(input).every(isReading)));
  });

  test('for any change of what services send', () => {
    const sent = fc.oneof(
      records.chain(record => fc.constantFrom(...RECORD_ENVELOPES.filter(([name]) => !name.startsWith('the ')).map(([, wrap]) => wrap(record)), record)),
      deadLetters.chain(letter => fc.constantFrom(...DEAD_LETTER_ENVELOPES.map(([, wrap]) => wrap(deadLetterMessage(letter))))),
      recordKeys.chain(key => fc.constantFrom(...NOTIFICATION_ENVELOPES.map(([, wrap]) => wrap({ bucket: 'failures', key: recordKey(key) })))),
    );
    fc.assert(fc.property(sent.chain(mutated).chain(mutated), input => readRecords(input).every(isReading)), { numRuns: 2000 });
  });

  test('for a text that is cut off', () => {
    fc.assert(fc.property(records, fc.nat(), (record, length) => {
      const text = JSON.stringify(record);
      expect(readRecords(text.slice(0, length % text.length))).toMatchObject([{ kind: 'other', why: 'no-json' }]);
    }));
  });

  test('for endless lists and envelopes', () => {
    const reason = 'more than 8 levels of lists and envelopes';
    const lists = `${'{"Records":['.repeat(5_000)}${']}'.repeat(5_000)}`;
    let notification = snsNotification({ body: RECORDED.success });
    for (let depth = 0; depth < 8; depth++) {
      notification = snsNotification({ body: notification });
    }

    expect(readRecords(lists)).toStrictEqual([{ kind: 'other', why: 'too-deep', reason, via: [] }]);
    expect(readRecords(notification)).toMatchObject([{ kind: 'other', why: 'too-deep', reason }]);
    expect(readRecords(JSON.parse(notification.Message))).toMatchObject([{ kind: 'record', via: new Array(8).fill('sns') }]);
  });
});

test('keeps unknown members of a record', () => {
  const record = { ...RECORDED.success, version: '1.1', novelty: { a: 1 } };

  expect(readRecords(record)).toStrictEqual([{ kind: 'record', record, via: [] }]);
});

/** The payloads of a record as `JSON.stringify` writes them. */
function payloadTexts({ requestPayload, responsePayload }: InvocationRecord): PayloadTexts {
  return {
    ...requestPayload !== undefined && { requestPayloadText: JSON.stringify(requestPayload) },
    ...responsePayload !== undefined && { responsePayloadText: JSON.stringify(responsePayload) },
  };
}

function isReading({ kind }: { kind: string }): boolean {
  return ['record', 'dead-letter', 'stored-record', 'other'].includes(kind);
}

test('of chained queues, a reading has the message id of the first, which can send it again', () => {
  const forwarded = sqsEvent({ body: 'first' }, { body: sqsEvent({ body: buildRecord() }) });

  expect(readRecords(forwarded)[1]).toMatchObject({ kind: 'record', messageId: 'message-2', via: ['sqs', 'sqs'] });
});
