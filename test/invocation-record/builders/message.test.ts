import { deadLetterMessage } from '../../../lib/invocation-record';
import { bodyText } from '../../../lib/invocation-record/builders/message';

test('a dead letter is the event, with attributes', () => {
  expect(deadLetterMessage({ requestId: 'r', errorCode: 200, errorMessage: 'e', payload: 'text' })).toEqual({
    body: '"text"',
    attributes: [
      { name: 'RequestID', type: 'String', value: 'r' },
      { name: 'ErrorCode', type: 'Number', value: '200' },
      { name: 'ErrorMessage', type: 'String', value: 'e' },
    ],
  });
});

test('no payload arrives as an empty object, null as null', () => {
  expect([undefined, null].map(payload => deadLetterMessage({ requestId: 'r', payload }).body)).toEqual(['{}', 'null']);
});

test('a body is a text as it is, or anything else as JSON', () => {
  expect([{ body: 'hello' }, { body: { a: 1 } }].map(bodyText)).toEqual(['hello', '{"a":1}']);
});
