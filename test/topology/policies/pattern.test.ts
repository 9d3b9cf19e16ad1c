import { covers } from '../../../lib/topology/policies/pattern';
import { literal, textOf, unknown, type Part } from '../../../lib/topology/values/value';

const name = (resource: string): Part => ({ kind: 'reference', resource, attribute: 'Name' });
const ACCOUNT: Part = { kind: 'pseudo', name: 'AWS::AccountId', stack: 'S' };
const REGION: Part = { kind: 'pseudo', name: 'AWS::Region', stack: 'S' };
const queue = (...parts: Part[]) => textOf(['arn:aws:sqs:', ...parts]);

test.each([
  ['*', 'anything', true],
  ['sqs:*', 'sqs:sendmessage', true],
  ['sqs:Send*', 'sqs:SendMessage', true],
  ['sqs:Send*ge', 'sqs:SendMessage', true],
  ['sqs:Send*gs', 'sqs:SendMessage', false],
  ['sqs:SendMessag?', 'sqs:SendMessage', true],
  ['sqs:SendMessage', 'sqs:SendMessageBatch', false],
  ['', '', true],
  ['*', '', true],
  ['?', '', false],
])('%j covers %j: %j', (pattern, text, expected) => {
  expect(covers(literal(pattern), literal(text))).toBe(expected);
});

test.each<[string, Part[], Part[], boolean | undefined]>([
  ['the same reference', [REGION, ':1:', name('Q')], [REGION, ':1:', name('Q')], true],
  ['a wildcard instead of a reference', ['*:1:*'], [REGION, ':1:', name('Q')], true],
  ['another resource', [REGION, ':1:', name('Other')], [REGION, ':1:', name('Q')], false],
  ['a name that may be it', [REGION, ':1:orders'], [REGION, ':1:', name('Q')], undefined],
  ['another account, seen from the end', ['eu-west-1:1:orders'], [REGION, ':1:other'], false],
  ['a Region that may be it', ['eu-west-1:1:orders'], [REGION, ':1:orders'], undefined],
  ['a bucket, for what is in it', [name('B')], [name('B'), '/record'], false],
  ['a name, for one that may go on', [name('B')], [name('B'), REGION], undefined],
  ['an end, for what comes before it', [name('Q')], [REGION, ':1:', name('Q')], false],
  ['what is in a bucket, for the bucket', [name('B'), '/*'], [name('B')], false],
  ['the end of a name, for the name before it', ['*:orders:', name('Q')], [name('Q')], false],
  ['a name that may go on, for the name', [name('B'), REGION, '*'], [name('B')], undefined],
  ['one character for a reference', [REGION, ':1:?'], [REGION, ':1:', name('Q')], undefined],
])('%s', (_, pattern, text, expected) => {
  expect(covers(queue(...pattern), queue(...text))).toBe(expected);
});

test.each<[string, Part[], Part[], boolean | undefined]>([
  ['a service', ['events.amazonaws.com'], [ACCOUNT], false],
  ['a text that ends otherwise', ['1-x'], [ACCOUNT], false],
  ['an account that may be this one', ['123456789012'], [ACCOUNT], undefined],
  ['this account', [ACCOUNT], ['service.amazonaws.com'], false],
  ['any text', ['*'], [ACCOUNT], true],
])('%s, for an account', (_, pattern, text, expected) => {
  expect(covers(textOf(pattern), textOf(text))).toBe(expected);
});

test('an unknown text makes the result unknown', () => {
  expect(covers(unknown('x'), literal('a'))).toBeUndefined();
  expect(covers(literal('*'), unknown('x'))).toBeUndefined();
});

test('answers a hostile pattern in time', () => {
  expect(covers(literal(`${'a*'.repeat(5_000)}b`), literal('a'.repeat(10_000)))).toBe(false);
});
