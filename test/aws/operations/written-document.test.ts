import { writtenDocument } from '../../../lib/aws/operations/written-document';
import { agnosticStack, fn } from '../fixture';

const stack = agnosticStack();
const orders = fn(stack, 'Orders');
const alias = orders.addAlias('live');

/** The name that the member `name` of a document stands for. */
function nameIn(property: unknown, substitutions?: object): unknown {
  const document = writtenDocument(stack, property, undefined, substitutions);
  return document && stack.resolve(document.nameOf((document.value as { name: unknown }).name));
}

const ARN = stack.resolve(orders.functionArn);

test.each<[string, unknown, unknown]>([
  ['an object', { name: orders.functionArn }, ARN],
  ['a text', JSON.stringify({ name: 'orders:live' }), 'orders:live'],
  ['a text with a reference', stack.toJsonString({ name: orders.functionArn }), ARN],
  ['a text with a reference and a qualifier', stack.toJsonString({ name: `${orders.functionArn}:live` }), { 'Fn::Join': ['', [ARN, ':live']] }],
  ['a reference to an alias', { name: alias.functionArn }, stack.resolve(alias.functionArn)],
  ['a text that is no name', { name: '$.function' }, undefined],
  ['no text', { name: 3 }, undefined],
  ['a text without JSON', 'text', undefined],
])('reads %s', (_, property, name) => {
  expect(nameIn(property)).toEqual(name);
});

test('puts substitutions into the text, and leaves what is none', () => {
  expect(nameIn('{"name": "${Fn}"}', { Fn: orders.functionArn })).toEqual(ARN);
  expect(nameIn('{"name": "${toString}"}', { Fn: orders.functionArn })).toBeUndefined();
});

test('does not parse what lacks the mention', () => {
  expect(writtenDocument(stack, { name: 'orders' }, /Event/)).toBeUndefined();
  expect(writtenDocument(stack, { name: 'Event' }, /Event/)).toMatchObject({ value: { name: 'Event' } });
});
