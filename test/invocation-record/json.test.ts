import { decoded, isObject } from '../../lib/invocation-record/json';

test('texts and bytes are decoded, values stay', () => {
  const value = { a: 1 };

  expect(decoded('{"a":"雪"}')).toEqual({ value: { a: '雪' } });
  expect(decoded(Buffer.from('\uFEFF{"a":"雪"}'))).toEqual({ value: { a: '雪' } });
  expect(decoded(value)?.value).toBe(value);
  expect(decoded('null')).toEqual({ value: null });
  expect(decoded('{')).toBeUndefined();
});

test.each([[{}, true], [[], false], [null, false], ['', false], [undefined, false]])('%j is an object: %s', (value, answer) => {
  expect(isObject(value)).toBe(answer);
});
