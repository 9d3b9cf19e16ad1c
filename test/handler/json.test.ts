import { isObject, readJson } from '../../lib/handler/json';

test.each<[string | undefined, unknown]>([
  ['{"a":[1]}', { a: [1] }],
  ['null', null],
  ['""', ''],
  ['', undefined],
  [undefined, undefined],
  ['<html>', undefined],
])('%j says %j', (text, value) => {
  expect(readJson(text)).toEqual(value);
});

test('an object has members: a list and null have none', () => {
  expect([{}, { a: 1 }, [], null, 'a', undefined].map(isObject)).toEqual([true, true, false, false, false, false]);
});
