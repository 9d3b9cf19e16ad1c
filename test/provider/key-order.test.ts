import * as fc from 'fast-check';
import { backwards } from './backwards';
import { inKeyOrder } from '../../lib/provider/key-order';

test('any JSON value has one text, whatever the order of its keys, and stays the same value', () => {
  fc.assert(fc.property(fc.jsonValue(), value => {
    expect(JSON.stringify(inKeyOrder(backwards(value)))).toBe(JSON.stringify(inKeyOrder(value)));
    expect(inKeyOrder(value)).toEqual(value);
  }), { numRuns: 500 });
});

test('orders keys by their characters, at every depth', () => {
  expect(JSON.stringify(inKeyOrder({ b: 1, a: [{ d: 1, c: 2 }], B: 2, é: 3, 10: 1, 9: 2 }))).toBe('{"9":2,"10":1,"B":2,"a":[{"c":2,"d":1}],"b":1,"é":3}');
});

test('leaves the elements of lists where they are', () => {
  expect(inKeyOrder([2, undefined, 1, null])).toEqual([2, null, 1, null]);
});

test('leaves out members without a value, as JSON text does', () => {
  expect(Object.keys(inKeyOrder({ b: undefined, a: 1 }) as object)).toEqual(['a']);
});

test('keeps keys that mean something to JavaScript', () => {
  expect(JSON.stringify(inKeyOrder(JSON.parse('{"toString":1,"__proto__":{"b":1,"a":2}}')))).toBe('{"__proto__":{"a":2,"b":1},"toString":1}');
});

test('keeps dates, and the marks of aws-cdk-lib', () => {
  const mark = Symbol.for('mark');
  const marked = Object.defineProperty({ b: 1, a: 2 }, mark, { value: 'text', configurable: true });
  const date = new Date(0);

  expect((inKeyOrder([marked]) as { [mark]: string }[])[0][mark]).toBe('text');
  expect(inKeyOrder(date)).toBe(date);
});

test('orders keys that are known only at deployment by what they refer to', () => {
  const [one, other] = [[{ Ref: 'A' }, 1], [{ Ref: 'B' }, 2]];

  expect(Object.values(inKeyOrder({ $IntrinsicKey$0: other, $IntrinsicKey$1: one }) as object)).toEqual([one, other]);
});
