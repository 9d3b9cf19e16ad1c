import * as fc from 'fast-check';
import { written } from '../../../lib/cli/simulate/json';
import { JsonText } from '../../../lib/simulator';

const json = fc.json().map(text => JSON.parse(text) as unknown);

test('writes any value as JSON.stringify does', () => {
  fc.assert(fc.property(json, value => {
    expect(written(value)).toBe(JSON.stringify(value, undefined, 2));
  }));
  expect(written({ a: undefined, b: [] })).toBe('{\n  "b": []\n}');
});

test('writes a text with the same indent', () => {
  fc.assert(fc.property(json, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
    const text = new JsonText(JSON.stringify(value, undefined, indent));
    expect(written({ of: [text] })).toBe(JSON.stringify({ of: [value] }, undefined, 2));
  }));
});

test('keeps the numbers and escapes of a text', () => {
  expect(written({ record: new JsonText('{"id":9007199254740993,"amount":1.10,"name":"\\u0041{"}') })).toBe(`{
  "record": {
    "id": 9007199254740993,
    "amount": 1.10,
    "name": "\\u0041{"
  }
}`);
});

test('writes a text of six megabytes', () => {
  const text = JSON.stringify('\\"'.repeat(1_500_000));

  expect(written(new JsonText(text))).toBe(text);
});
