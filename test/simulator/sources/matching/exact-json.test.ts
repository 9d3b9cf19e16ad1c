import * as fc from 'fast-check';
import { JsonText } from '../../../../lib/simulator/json-text';
import { jsonValue, readJson, writeJson } from '../../../../lib/simulator/sources/matching/exact-json';
import { JsonNumber } from '../../../../lib/simulator/sources/matching/json-number';

test('reads what JSON.parse reads', () => {
  fc.assert(fc.property(fc.jsonValue(), value => {
    const text = JSON.stringify({ 'value': value, '1e5': [1e21, 'a "{[,:]}" \\'] }, null, 1);

    expect(JSON.parse(writeJson(readJson(text)))).toEqual(JSON.parse(text));
  }));
});

test.each(['9007199254740993', '1e400', '-1e400', '1e-400', '0.1000000000000000055', '12345678901234567890'])('keeps %s', text => {
  expect(readJson(`{"a":[${text}]}`)).toEqual({ a: [new JsonNumber(text)] });
});

test.each([['1.0', 1], ['3.0e2', 300], ['9007199254740992', 9007199254740992], ['1.7976931348623157e308', Number.MAX_VALUE], ['1e22', 1e22]])('reads %s as the double %d', (text, double) => {
  expect(readJson(`[${text}]`)).toEqual([double]);
});

test('reads text in which numbers seem to be', () => {
  const text = '{"id":"1e400","1e400":"9007199254740993","\\"1e5":null,"__proto__":1e400}';

  expect(Object.entries(readJson(text) as object)).toEqual([['id', '1e400'], ['1e400', '9007199254740993'], ['"1e5', null], ['__proto__', new JsonNumber('1e400')]]);
});

test('writes what it has read', () => {
  const text = '{"a":[9007199254740993,1,"x",null,true,{}],"b":{"c":1e400}}';

  expect(writeJson(readJson(text))).toBe(text);
});

test('takes a `JsonText` for the value that it holds', () => {
  expect([jsonValue(new JsonText('{"a":1e400}')), jsonValue('{"a":1}')]).toEqual([{ a: new JsonNumber('1e400') }, '{"a":1}']);
});

test('refuses what JSON.parse refuses', () => {
  expect(() => readJson('{"a":1e400')).toThrow(SyntaxError);
});
