import * as fc from 'fast-check';
import { attributesOf } from '../../../lib/handler/invocation/attributes';

const ANSWER = {
  requestId: 'r',
  statusCode: 200,
  executedVersion: '7',
  durableExecutionArn: 'arn:durable',
  response: JSON.stringify({ text: 'as it is', number: 1.5, flag: false, nothing: null, list: [{ id: 'a' }], deep: { 'secret-value': 'x' } }),
};

function read(...paths: string[]): Record<string, string> {
  return attributesOf(ANSWER, paths);
}

test('returns only requested attributes', () => {
  expect(read()).toEqual({});
});

test('what Lambda says is read by its name', () => {
  expect(read('StatusCode', 'ExecutedVersion', 'RequestId', 'DurableExecutionArn')).toEqual({
    StatusCode: '200', ExecutedVersion: '7', RequestId: 'r', DurableExecutionArn: 'arn:durable',
  });
});

test('what Lambda does not say is empty', () => {
  expect(attributesOf({}, ['StatusCode', 'ExecutedVersion', 'RequestId', 'DurableExecutionArn', 'Response'])).toEqual({
    StatusCode: '', ExecutedVersion: '', RequestId: '', DurableExecutionArn: '', Response: '',
  });
});

test('numbers keep all digits', () => {
  expect(attributesOf({ response: '{ "a": [{"id": 9007199254740993, "amount": 1.10}] }' }, ['Response.a.0.id', 'Response.a.0.amount', 'Response.a.0'])).toEqual({
    'Response.a.0.id': '9007199254740993', 'Response.a.0.amount': '1.10', 'Response.a.0': '{"id": 9007199254740993, "amount": 1.10}',
  });
});

test.each([
  ['Response.text', 'as it is'],
  ['Response.number', '1.5'],
  ['Response.flag', 'false'],
  ['Response.nothing', 'null'],
  ['Response.list', '[{"id":"a"}]'],
  ['Response.list.0.id', 'a'],
  ['Response', ANSWER.response],
])('%s is %s', (path, value) => {
  expect(read(path)).toEqual({ [path]: value });
});

test.each([['"text"', 'text'], ['[1, 2]', '[1, 2]'], ['{"id":9007199254740993,"amount":1.10}', '{"id":9007199254740993,"amount":1.10}'], ['no JSON', 'no JSON']])('the whole response %s is %s', (response, value) => {
  expect(attributesOf({ response }, ['Response'])).toEqual({ Response: value });
});

test.each([
  ['Response.rows', 'The response has no `Response.rows`: `Response` is an object with the keys "text", "number", "flag", "nothing", "list", "deep".'],
  ['Response.deep.a.b', 'The response has no `Response.deep.a.b`: `Response.deep` is an object with the keys "secret-value".'],
  ['Response.list.1', 'The response has no `Response.list.1`: `Response.list` is a list of 1.'],
  ['Response.list.length', 'The response has no `Response.list.length`: `Response.list` is a list of 1.'],
  ['Response.text.0', 'The response has no `Response.text.0`: `Response.text` is a string.'],
  ['Response.nothing.a', 'The response has no `Response.nothing.a`: `Response.nothing` is null.'],
  ['Response.constructor', expect.stringContaining('The response has no `Response.constructor`: ')],
])('%s is an error that shows keys, and no values', (path, message) => {
  expect(() => read(path)).toThrow(expect.objectContaining({ message }));
});

test.each([[undefined], ['no JSON']])('finds no path into %s', response => {
  expect(() => attributesOf({ response }, ['Response.a'])).toThrow(new Error('The response has no `Response.a`: `Response` is absent, or no JSON.'));
});

test('of many keys some are shown', () => {
  const many = JSON.stringify(Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`k${index}`, index])));
  expect(() => attributesOf({ response: many }, ['Response.a'])).toThrow(/"k19", and 5 more\.$/);
  expect(() => attributesOf({ response: '{}' }, ['Response.a'])).toThrow(new Error('The response has no `Response.a`: `Response` is an object without keys.'));
});

test('every value of every response can be read', () => {
  const key = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(fc.property(fc.dictionary(key, fc.dictionary(key, fc.jsonValue())), response => {
    for (const [outer, inner] of Object.entries(response)) {
      for (const [name, value] of Object.entries(inner)) {
        const path = `Response.${outer}.${name}`;
        const json = JSON.parse(JSON.stringify(value));
        expect(attributesOf({ response: JSON.stringify(response) }, [path])[path]).toBe(typeof json === 'string' ? json : JSON.stringify(json));
      }
    }
  }), { numRuns: 100 });
});
