import { documentOf, integer, number, object, text } from '../../../lib/simulator/service/document';

const READERS = { object, text, integer, number };

test.each(Object.entries(READERS))('%s: null is absent', (_, read) => {
  expect([read(null, '`Member`'), read(undefined, '`Member`')]).toEqual([undefined, undefined]);
});

test.each<[keyof typeof READERS, unknown]>([
  ['object', {}], ['object', { a: 1 }], ['text', ''], ['text', 'a'], ['integer', 0], ['integer', -1], ['number', 0.5],
])('%s: accepts %j', (kind, value) => {
  expect(READERS[kind](value, '`Member`')).toBe(value);
});

test.each<[keyof typeof READERS, unknown, string]>([
  ['object', [], 'an object'],
  ['object', 'a', 'an object'],
  ['text', 1, 'a string'],
  ['integer', 1.5, 'an integer'],
  ['integer', '1', 'an integer'],
  ['number', '1', 'a number'],
])('%s: throws a NotKnownError for %j', (kind, value, type) => {
  expect(() => READERS[kind](value, '`Member`')).toThrow(`The simulator does not know what Lambda answers to \`Member\` that is not ${type}. Send ${type}.`);
});

test.each(['', 'null', '{}'])('the body %j is an empty document', body => {
  expect(documentOf(Buffer.from(body))).toEqual({});
});

test.each([
  ['[]', 'The simulator does not know what Lambda answers to a request body that is not an object. Send an object.'],
  ['{', 'The simulator does not know what Lambda answers to a request body that is not JSON. Send JSON.'],
])('throws a NotKnownError for the body %j', (body, message) => {
  expect(() => documentOf(Buffer.from(body))).toThrow(message);
});
