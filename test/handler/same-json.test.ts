import * as fc from 'fast-check';
import { isSameJson } from '../../lib/handler/same-json';
import { inKeyOrder } from '../../lib/provider/key-order';

const spaced = fc.constantFrom(undefined, 2, '\t');

test('any value is the same with its keys in another order and with white space', () => {
  fc.assert(fc.property(fc.jsonValue(), spaced, (value, space) => {
    expect(isSameJson(JSON.stringify(value), JSON.stringify(inKeyOrder(value), undefined, space))).toBe(true);
  }), { numRuns: 500 });
});

test('two values are the same exactly if their ordered texts are', () => {
  const small = fc.jsonValue({ maxDepth: 1 });
  fc.assert(fc.property(small, small, (one, other) => {
    const [first, second] = [one, other].map(value => JSON.stringify(inKeyOrder(value)));
    expect(isSameJson(JSON.stringify(one), JSON.stringify(other))).toBe(first === second);
  }), { numRuns: 500 });
});

test.each([
  ['{"b":1,"a":{"10":1,"9":2}}', '{ "a": {"9":2, "10":1}, "b":1 }'],
  ['"\\u0061\\/"', '"a/"'],
  ['1.10', '1.1'],
  ['100', '1e2'],
  ['1E+2', '10.0e1'],
  ['0.00', '-0'],
  ['{"a":1,"a":2}', '{"a":2}'],
  ['', ''],
  ['not JSON', 'not JSON'],
  [undefined, undefined],
])('%j is the same as %j', (one, other) => {
  expect(isSameJson(one, other)).toBe(true);
  expect(isSameJson(other, one)).toBe(true);
});

test.each([
  ['9007199254740993', '9007199254740992'],
  ['1e400', '2e400'],
  ['1e99999999999999999999', '1e99999999999999999998'],
  ['0.1', '0.10000000000000001'],
  ['1', '-1'],
  ['1', '"1"'],
  ['"n1e0"', '1'],
  ['["a",null]', '[null,"a"]'],
  ['[1]', '[1,null]'],
  ['[1]', '{"0":1}'],
  ['[]', '{}'],
  ['{"a":1}', '{"a":1,"b":null}'],
  ['{"a":1}', '{"b":1}'],
  ['{"__proto__":1}', '{}'],
  ['{"a":null}', '{"a":{}}'],
  ['"-1"', '"-01"'],
  ['not JSON', 'not  JSON'],
  ['{}', 'not JSON'],
  ['{}', ''],
  ['{}', undefined],
  ['1 2', '1'],
])('%j is not the same as %j', (one, other) => {
  expect(isSameJson(one, other)).toBe(false);
  expect(isSameJson(other, one)).toBe(false);
});

test('long and deep texts are compared', () => {
  const long = (end: number) => JSON.stringify({ long: 'x\\"'.repeat(1_000_000), end });
  const deep = (inner: string) => `${'['.repeat(100_000)}${inner}${']'.repeat(100_000)}`;

  expect(isSameJson(long(1), ` ${long(1)}`)).toBe(true);
  expect(isSameJson(long(1), long(2))).toBe(false);
  expect(isSameJson(deep('1'), deep(' 1'))).toBe(true);
  expect(isSameJson(deep('1'), deep('2'))).toBe(false);
});
