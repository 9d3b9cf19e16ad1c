import { Duration, Lazy } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { jsonViolation } from '../../../lib/aws/deploy-time/json-value';
import { agnosticStack, fn } from '../fixture';

const circle: { list: unknown[] } = { list: [] };
circle.list.push(circle);
const twice = { a: 1 };

test('accepts any JSON value', () => {
  fc.assert(fc.property(fc.jsonValue(), value => {
    expect(jsonViolation(value, 'payload')).toBeUndefined();
  }));
});

test.each<[string, unknown]>([
  ['a date, which is a text in JSON', new Date(0)],
  ['a key without a value, which is left out', { a: undefined }],
  ['the same twice', [twice, twice]],
  ['an object without a prototype', Object.create(null)],
  ['a token', Lazy.any({ produce: () => 1 })],
  ['a token within', [{ a: Lazy.string({ produce: () => '1' }) }, Lazy.number({ produce: () => 1 })]],
])('accepts %s', (_, value) => {
  expect(jsonViolation(value, 'payload')).toBeUndefined();
});

test.each<[string, unknown, string]>([
  ['a function', () => 1, '`payload` must be JSON, got: a function'],
  ['a large integer', { n: 1n }, '`payload.n` must be JSON, got: a bigint'],
  ['no number', { n: [0, NaN] }, '`payload.n.1` must be JSON, got: NaN'],
  ['no finite number', -Infinity, '`payload` must be JSON, got: -Infinity'],
  ['a circle', circle, '`payload.list.0` must be JSON, got: a value that contains itself'],
  ['a map', { a: { b: new Map() } }, '`payload.a.b` must be JSON, got: an instance of Map'],
  ['a duration', { timeout: Duration.seconds(3) }, '`payload.timeout` must be JSON, got: an instance of Duration'],
  ['a function of the app', { fn: fn(agnosticStack()) }, '`payload.fn` must be JSON, got: the construct Stack/Fn'],
  ['a stack, although it has a method like that of a token', [agnosticStack()], '`payload.0` must be JSON, got: the construct Stack'],
])('refuses %s', (_, value, message) => {
  expect(jsonViolation(value, 'payload')).toBe(message);
});
