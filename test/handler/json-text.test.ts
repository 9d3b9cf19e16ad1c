import * as fc from 'fast-check';
import { jsonAt, textOf, withMember } from '../../lib/handler/json-text';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** JSON text with white space, as people and other languages write it. */
const written = fc.tuple(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t')).map(([value, space]) => JSON.stringify(value, undefined, space));

test('every member of any JSON is found, and parses to what it is', () => {
  fc.assert(fc.property(written, text => {
    const value: unknown = JSON.parse(text);
    expect(JSON.parse(jsonAt(text, [])!)).toEqual(value);
    for (const key of isObject(value) ? Object.keys(value) : []) {
      expect(JSON.parse(jsonAt(text, [key])!)).toEqual((value as Record<string, unknown>)[key]);
    }
  }), { numRuns: 500 });
});

test('a member is added to any object', () => {
  const objects = fc.dictionary(fc.string(), fc.jsonValue()).filter(object => !Object.hasOwn(object, '__proto__'));
  fc.assert(fc.property(objects, fc.string(), fc.jsonValue(), (object, key, value) => {
    fc.pre(!Object.hasOwn(object, key) && key !== '__proto__');
    const text = withMember(JSON.stringify(object, undefined, 1), key, JSON.stringify(value));
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ ...object, [key]: value })));
  }));
});

test.each([
  ['{"id": 9007199254740993}', ['id'], '9007199254740993'],
  ['{"a":[1.10, {"b":1e400}]}', ['a', '1', 'b'], '1e400'],
  ['[ 1.10 ]', ['0'], '1.10'],
  ['{"a":1,"a":2}', ['a'], '2'],
  ['{"\\u0061":"}\\"]"}', ['a'], '"}\\"]"'],
  [' {} ', [], '{}'],
  ['{}', ['a'], undefined],
  ['7', ['a'], undefined],
])('%s at %j is %s', (text, path, value) => {
  expect(jsonAt(text, path)).toBe(value);
});

test('a long text takes no time that grows with its square, and no stack', () => {
  const text = JSON.stringify({ long: 'x\\"'.repeat(1_000_000), last: 1 });
  expect(jsonAt(text, ['last'])).toBe('1');
});

test.each([['"a\\nb"', 'a\nb'], ['1.10', '1.10'], ['{"a":1}', '{"a":1}']])('%s says %j', (json, text) => {
  expect(textOf(json)).toBe(text);
});
