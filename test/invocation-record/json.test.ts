import { decoded, isObject } from '../../lib/invocation-record/json';

test('decodes a text, and keeps it', () => {
  expect(decoded({ value: '{"a":1.10}' })).toEqual({ value: { a: 1.1 }, text: '{"a":1.10}' });
  expect(decoded({ value: 'null' })).toEqual({ value: null, text: 'null' });
});

test('decodes bytes, without their byte order mark', () => {
  expect(decoded({ value: Buffer.from('\uFEFF{"a":"雪"}') })).toEqual({ value: { a: '雪' }, text: '{"a":"雪"}' });
});

test('leaves any other value, and its text, as they are', () => {
  const content = { value: { a: 1.1 }, text: '{"a":1.10}' };

  expect(decoded(content)).toBe(content);
});

test('decodes nothing that is not JSON', () => {
  expect(decoded({ value: '{' })).toBeUndefined();
});

test.each([[{}, true], [[], false], [null, false], ['', false], [undefined, false]])('%j is an object: %s', (value, answer) => {
  expect(isObject(value)).toBe(answer);
});
