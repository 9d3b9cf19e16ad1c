import { checkedAttributes, digestOf, sizeOf } from '../../../../lib/simulator/service/sqs/attributes';

// Recorded from the service.
test.each([
  ['8cbe4db156db8a94db8b801b7addb984', {
    attr1: { DataType: 'Binary', BinaryValue: Buffer.from('traceparent\x1e00-774062d6c37081a5a0b9b5b88e30627c-2d2482211f6489da-01').toString('base64') },
  }],
  ['a311262e065454b75da111d535b8dacd', { Hello: { DataType: 'String', StringValue: 'There' } }],
])('has the digest %s', (digest, attributes) => {
  expect(digestOf(attributes)).toBe(digest);
});

test('has no digest without attributes', () => {
  expect(digestOf({})).toBeUndefined();
});

test('counts names, types and the bytes of values', () => {
  expect(sizeOf({ é: { DataType: 'String', StringValue: 'ü' }, b: { DataType: 'Binary', BinaryValue: 'AP8=' } })).toBe(2 + 6 + 2 + 1 + 6 + 2);
});

const LONG = 'a'.repeat(256);

test.each([
  ['a', { DataType: 'Number.int', StringValue: '-1.5e3' }],
  ['a.b-c_D', { DataType: 'String', StringValue: 'a' }],
  [LONG, { DataType: `String.${LONG.slice(7)}`, StringValue: 'a' }],
])('takes %s: %j', (name, value) => {
  expect(checkedAttributes({ [name]: value })).toEqual({ [name]: value });
});

test.each([
  ['', { DataType: 'String', StringValue: 'a' }],
  ['AWS.a', { DataType: 'String', StringValue: 'a' }],
  ['Amazon.a', { DataType: 'String', StringValue: 'a' }],
  ['a.', { DataType: 'String', StringValue: 'a' }],
  [`${LONG}a`, { DataType: 'String', StringValue: 'a' }],
  ['a', { DataType: 'Strings', StringValue: 'a' }],
  ['a', { DataType: `String.${LONG}`, StringValue: 'a' }],
  ['a', { StringValue: 'a' }],
])('does not guess in which words %s: %j is refused', (name, value) => {
  expect(() => checkedAttributes({ [name]: value })).toThrow(`The simulator does not know in which words Amazon SQS refuses the message attribute \`${name}\``);
});

test.each([
  [{ DataType: 'Binary', StringValue: 'a' }, "Message (user) attribute 'a' must contain a non-empty value of type 'Binary'."],
  [{ DataType: 'Number', BinaryValue: 'AA==' }, "Message (user) attribute 'a' must contain a non-empty value of type 'String'."],
  [{ DataType: 'Number', StringValue: '1x' }, "Can't cast the value of message (user) attribute 'a' to a number."],
])('refuses %j', (value, message) => {
  expect(() => checkedAttributes({ a: value })).toThrow(message);
});
