import { literal, unknown } from '../../../lib/topology/values/value';
import { resource, valueOf } from '../templates';

const MAPPINGS = { Mappings: { Sizes: { 'eu-west-1': { small: 's', list: ['x', 'y'] } } } };

test.each([
  ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, 3]] }, 'a-eu-west-1-3'],
  ['Fn::Sub', { 'Fn::Sub': '${AWS::AccountId}-${!Literal}-x' }, '123456789012-${Literal}-x'],
  ['Fn::Sub with variables', { 'Fn::Sub': ['${A}-${AWS::Region}', { A: { 'Fn::Join': ['', ['b']] } }] }, 'b-eu-west-1'],
  ['Fn::Select', { 'Fn::Select': [1, ['a', 'b']] }, 'b'],
  ['Fn::Select with a text', { 'Fn::Select': ['1', ['a', 'b']] }, 'b'],
  ['Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
  ['Fn::Split by colon', { 'Fn::Select': [2, { 'Fn::Split': [':', 'a:b:c'] }] }, 'c'],
  ['Fn::FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'small'] }, 's'],
  ['a list in a map', { 'Fn::Select': [0, { 'Fn::FindInMap': ['Sizes', 'eu-west-1', 'list'] }] }, 'x'],
])('%s', (_, expression, expected) => {
  expect(valueOf(expression, MAPPINGS)).toEqual(literal(expected));
});

test.each([
  ['a join of nothing', { 'Fn::Join': 3 }, 'an `Fn::Join` needs a delimiter and a list'],
  ['a join of a text', { 'Fn::Join': ['', 'abc'] }, 'it is not a list'],
  ['a join of something unknown', { 'Fn::Join': ['', ['a', { 'Fn::Base64': 'x' }]] }, '`Fn::Base64` is known at deploy time only'],
  ['a sub of nothing', { 'Fn::Sub': {} }, 'an `Fn::Sub` needs a text'],
  ['a sub of something missing', { 'Fn::Sub': '${Nope}' }, '`Nope` is neither a parameter nor a resource of stack `S`'],
  ['a select of nothing', { 'Fn::Select': null }, 'an `Fn::Select` needs an index and a list'],
  ['a select outside the list', { 'Fn::Select': [2, ['a', 'b']] }, 'the index of an `Fn::Select` is outside its list'],
  ['a split by nothing', { 'Fn::Select': [0, { 'Fn::Split': ['', 'a'] }] }, 'an `Fn::Split` needs a delimiter and a text'],
  ['a map without entry', { 'Fn::FindInMap': ['Sizes', 'eu-west-1', '__proto__'] }, 'mapping `Sizes` has no such entry'],
  ['a map with an unknown key', { 'Fn::FindInMap': ['Sizes', { 'Fn::Base64': '' }, 'a'] }, 'the key of an `Fn::FindInMap` is known at deploy time only'],
  ['no map', { 'Fn::FindInMap': 'Sizes' }, 'an `Fn::FindInMap` needs a map and two keys'],
])('%s is unknown', (_, expression, reason) => {
  expect(valueOf(expression, MAPPINGS)).toEqual(unknown(reason));
});

test('the ARN of a declared alias splits into the fields that it will have', () => {
  const declared = {
    Fn: resource('Lambda::Function'),
    Alias: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' }),
  };
  const field = (index: number) => valueOf({ 'Fn::Select': [index, { 'Fn::Split': [':', { Ref: 'Alias' }] }] }, {}, declared);
  expect([0, 1, 2, 3, 4, 5, 6, 7].map(field)).toEqual([
    literal('arn'), literal('aws'), literal('lambda'), literal('eu-west-1'), literal('123456789012'), literal('function'),
    { kind: 'reference', resource: 'S.Fn', attribute: 'Name' },
    literal('live'),
  ]);
});
