import { deadLetterMessage } from '../../../lib/invocation-record';
import { bodyText } from '../../../lib/invocation-record/builders/message';

test('builds a dead letter: the event with attributes', () => {
  expect(deadLetterMessage({ requestId: 'r', errorCode: 200, errorMessage: 'e', payload: 'text' })).toEqual({
    body: '"text"',
    attributes: [
      { name: 'RequestID', type: 'String', value: 'r' },
      { name: 'ErrorCode', type: 'Number', value: '200' },
      { name: 'ErrorMessage', type: 'String', value: 'e' },
    ],
  });
});

test('builds a dead letter without payload as an empty object, and of null as null', () => {
  expect([undefined, null].map(payload => deadLetterMessage({ requestId: 'r', payload }).body)).toEqual(['{}', 'null']);
});

test('keeps a string, and writes any other body as JSON', () => {
  expect([{ body: 'hello' }, { body: { a: 1 } }].map(bodyText)).toEqual(['hello', '{"a":1}']);
});
