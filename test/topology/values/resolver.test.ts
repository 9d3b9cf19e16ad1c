import { literal, textOf, unknown } from '../../../lib/topology/values/value';
import { resources, resource, valueOf } from '../templates';

test.each([
  ['Fn::Base64', { 'Fn::Base64': 'x' }, unknown('`Fn::Base64` is known at deploy time only')],
  ['a function that nobody knows', { 'Fn::Whatever': [] }, unknown('`Fn::Whatever` is known at deploy time only')],
  ['an object', { Ref: 'a', more: 1 }, unknown('it has the wrong type')],
  ['true', true, literal('true')],
])('%s', (_, expression, expected) => {
  expect(valueOf(expression)).toEqual(expected);
});

test('limits texts that double with every parameter', () => {
  const parameters = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [
    `P${i}`, { Type: 'String', Default: i === 59 ? 'laugh' : { 'Fn::Join': ['', [{ Ref: `P${i + 1}` }, { Ref: `P${i + 1}` }]] } },
  ]));
  expect(valueOf({ Ref: 'P0' }, { Parameters: parameters })).toEqual(unknown('it is longer than 20000 characters'));
});

test('evaluates a nested expression', () => {
  const nested = (depth: number): unknown => depth === 0 ? { Ref: 'AWS::StackId' } : { 'Fn::Join': ['', ['x', nested(depth - 1)]] };
  expect(valueOf(nested(50))).toEqual(textOf(['x'.repeat(50), { kind: 'pseudo', name: 'AWS::StackId', stack: 'S' }]));
});

test('does not depend on the order of resources', () => {
  const declared = {
    B: resource('SQS::Queue', { QueueName: { 'Fn::GetAtt': ['A', 'Arn'] } }),
    A: resource('SQS::Queue', { QueueName: { 'Fn::GetAtt': ['B', 'QueueName'] } }),
  };
  const reversed = Object.fromEntries(Object.entries(declared).reverse());
  expect([...resources(declared).queues]).toEqual([...resources(reversed).queues]);
});
