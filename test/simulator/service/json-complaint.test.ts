import * as fc from 'fast-check';
import { jsonComplaint } from '../../../lib/simulator/service/json-complaint';

const VALUES = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

/** The place at which the parser stopped, as it prints it. */
function at(column: number, line = 1): string {
  return `[Source: REDACTED (\`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION\` disabled); line: ${line}, column: ${column}]`;
}

test('recorded: a byte that starts no value', () => {
  expect(jsonComplaint(Buffer.from('messagehello', 'base64'))).toBe(`Unexpected character ((CTRL-CHAR, code 153)): expected a valid value ${VALUES}\n at ${at(1)}`);
});

test('recorded: an object that does not end', () => {
  expect(jsonComplaint(Buffer.from('{'))).toBe(`Unexpected end-of-input: expected close marker for Object (start marker at ${at(1)})\n at ${at(2)}`);
});

test.each([
  ['hello', `Unrecognized token 'hello': was expecting ${VALUES}\n at ${at(6)}`],
  ['nul', `Unrecognized token 'nul': was expecting ${VALUES}\n at ${at(4)}`],
  ['nullx', `Unrecognized token 'nullx': was expecting ${VALUES}\n at ${at(6)}`],
  ['{"a":tru}', `Unrecognized token 'tru': was expecting ${VALUES}\n at ${at(10)}`],
  ["{'a':1}", `Unexpected character (''' (code 39)): was expecting double-quote to start field name\n at ${at(2)}`],
  ['{"a":1,}', `Unexpected character ('}' (code 125)): was expecting double-quote to start field name\n at ${at(8)}`],
  ['{"é":1 ü', `Unexpected character ('Ã' (code 195)): was expecting comma to separate Object entries\n at ${at(9)}`],
  ['{"a" 1}', `Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value\n at ${at(6)}`],
  ['{"a":}', `Unexpected character ('}' (code 125)): expected a value\n at ${at(6)}`],
  ['{"a":]}', `Unexpected character (']' (code 93)): expected a valid value ${VALUES}\n at ${at(6)}`],
  ['[1 2]', `Unexpected character ('2' (code 50)): was expecting comma to separate Array entries\n at ${at(4)}`],
  ['[1,]', `Unexpected character (']' (code 93)): expected a value\n at ${at(4)}`],
  ['[1', `Unexpected end-of-input: expected close marker for Array (start marker at ${at(1)})\n at ${at(3)}`],
  ['[1,', `Unexpected end-of-input within/between Array entries\n at ${at(4)}`],
  ['{"a"', `Unexpected end-of-input within/between Object entries\n at ${at(5)}`],
  ['{"a', `Unexpected end-of-input: was expecting closing '"' for name\n at ${at(4)}`],
  ['"abc', `Unexpected end-of-input in VALUE_STRING\n at ${at(5)}`],
  ['[1}', `Unexpected close marker '}': expected ']' (for Array starting at ${at(1)})\n at ${at(3)}`],
  [']', `Unexpected close marker ']': expected '}' (for root starting at ${at(0)})\n at ${at(1)}`],
  ['"a\nb"', `Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using backslash to be included in string value\n at ${at(3)}`],
  ['"\\x"', `Unrecognized character escape 'x' (code 120)\n at ${at(3)}`],
  ['"\\u00g0"', `Unexpected character ('g' (code 103)): expected a hex-digit for character escape sequence\n at ${at(6)}`],
  ['01', `Invalid numeric value: Leading zeroes not allowed\n at ${at(2)}`],
  ['-x', `Unexpected character ('x' (code 120)) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value\n at ${at(2)}`],
  ['[1.]', `Unexpected character (']' (code 93)) in numeric value: Decimal point not followed by a digit\n at ${at(4)}`],
  ['12x', `Unexpected character ('x' (code 120)): Expected space separating root-level values\n at ${at(3)}`],
  ['{\r\n  "a": x\r\n}', `Unrecognized token 'x': was expecting ${VALUES}\n at ${at(10, 2)}`],
  ['"\\u123"', `Unexpected character ('"' (code 34)): expected a hex-digit for character escape sequence\n at ${at(7)}`],
  ['"\\/', `Unexpected end-of-input in VALUE_STRING\n at ${at(4)}`],
  ['x'.repeat(255), `Unrecognized token '${'x'.repeat(255)}': was expecting ${VALUES}\n at ${at(256)}`],
  ['x'.repeat(300), `Unrecognized token '${'x'.repeat(256)}...': was expecting ${VALUES}\n at ${at(257)}`],
  ['{\n  "a": x\n}', `Unrecognized token 'x': was expecting ${VALUES}\n at ${at(10, 2)}`],
])('%j', (text, complaint) => {
  expect(jsonComplaint(Buffer.from(text))).toBe(complaint);
});

test.each([
  [[0x6e, 0x87], `Invalid UTF-8 start byte 0x87\n at ${at(3)}`],
  [[0x22, 0xff, 0x22], `Invalid UTF-8 start byte 0xff\n at ${at(3)}`],
  [[0x22, 0xc3, 0xc3], `Invalid UTF-8 middle byte 0xc3\n at ${at(4)}`],
  [[0x22, 0xc3, 0x22], `Invalid UTF-8 middle byte 0x22\n at ${at(4)}`],
  [[0x7b, 0xf7, 0xbf, 0xbf, 0xbf], `Unexpected character ('\uffff' (code 65535 / 0xffff)): was expecting double-quote to start field name\n at ${at(5)}`],
])('bytes that are not UTF-8: %j', (bytes, complaint) => {
  expect(jsonComplaint(Buffer.from(bytes))).toBe(complaint);
});

test.each([
  ['UTF-16', [0xfe, 0xff, 0x96, 0xea]], ['UTF-16 of the other order', [0xff, 0xfe, 0xea, 0x96]], ['UTF-32', [0, 0, 0, 0x78]], ['a mark of the byte order', [0xef, 0xbb, 0xbf, 0x78]],
])('the complaint about a text in %s is unknown', (_, bytes) => {
  expect(jsonComplaint(Buffer.from(bytes))).toBeUndefined();
});

test('does not complain about JSON', () => {
  fc.assert(fc.property(fc.json(), fc.constantFrom('', ' ', '\n\t'), (json, space) => {
    expect(jsonComplaint(Buffer.from(`${space}${json}${space}`))).toBeUndefined();
  }));
});

test('reads every text, and complains about most broken JSON', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
    expect(['string', 'undefined']).toContain(typeof jsonComplaint(bytes));
  }));
});

test('complains about JSON that is cut off', () => {
  fc.assert(fc.property(fc.array(fc.json(), { minLength: 1 }), values => {
    const text = `[${values.join(',')}`;
    expect(jsonComplaint(Buffer.from(text))).toMatch(/^Unexpected end-of-input/);
  }));
});

test('reads a list of any depth', () => {
  expect(jsonComplaint(Buffer.from('['.repeat(100_000)))).toMatch(/^Unexpected end-of-input: expected close marker for Array/);
});
