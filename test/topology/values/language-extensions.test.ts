import { literal, unknown } from '../../../lib/topology/values/value';
import { resource, resources, valueOf } from '../templates';

const SECTIONS = {
  Parameters: { Names: { Type: 'CommaDelimitedList', Default: 'a,b,c' }, Open: { Type: 'String' } },
  Mappings: { M: { k: { list: ['x', 'y'], text: 't' } } },
};

test.each([
  ['a list', ['a', { Ref: 'AWS::NoValue' }, 'b'], '2'],
  ['a parameter', { Ref: 'Names' }, '3'],
  ['a mapping', { 'Fn::FindInMap': ['M', 'k', 'list'] }, '2'],
  ['what is split', { 'Fn::Split': ['/', 'a/b'] }, '2'],
])('the length of %s', (_, list, expected) => {
  expect(valueOf({ 'Fn::Length': list }, SECTIONS)).toEqual(literal(expected));
});

test.each([
  ['an item may be no value', ['a', { Ref: 'Open' }]],
  ['it is not a list', 'abc'],
  ['the list is unknown', { 'Fn::GetAZs': '' }],
])('the length of a list is unknown if %s', (_, list) => {
  expect(valueOf({ 'Fn::Length': list }, SECTIONS)).toEqual(unknown('the length of a list is known at deploy time only'));
});

test('JSON keeps its types, and quotes what functions yield', () => {
  const value = { a: [1, true, null, 'x"y'], b: { Ref: 'AWS::Region' }, c: { Ref: 'AWS::NoValue' }, d: { Ref: 'Names' }, e: {} };
  expect(valueOf({ 'Fn::ToJsonString': value }, SECTIONS))
    .toEqual(literal('{"a":[1,true,null,"x\\"y"],"b":"eu-west-1","d":["a","b","c"],"e":{}}'));
});

test('JSON holds references', () => {
  expect(valueOf({ 'Fn::ToJsonString': { arn: { 'Fn::Sub': '"${Q.Arn}"' } } }, {}, { Q: resource('SQS::Queue') })).toEqual({
    kind: 'composed',
    parts: ['{"arn":"\\"', { kind: 'reference', resource: 'S.Q', attribute: 'Arn' }, '\\""}'],
  });
});

test('JSON with an unknown value is unknown', () => {
  expect(valueOf({ 'Fn::ToJsonString': { a: { Ref: 'Open' } } }, SECTIONS)).toEqual(unknown('parameter `Open` has no default'));
});

test.each([
  [['M', 'k', 'text', { DefaultValue: 'd' }], literal('t')],
  [['M', 'k', 'nope', { DefaultValue: 'd' }], literal('d')],
  [['Nope', 'k', 'text', { DefaultValue: { Ref: 'AWS::Region' } }], literal('eu-west-1')],
  [['M', { Ref: 'Open' }, 'text', { DefaultValue: 'd' }], unknown('the key of an `Fn::FindInMap` is known at deploy time only')],
])('Fn::FindInMap %j', (argument, expected) => {
  expect(valueOf({ 'Fn::FindInMap': argument }, SECTIONS)).toEqual(expected);
});

test('a name may be an expression', () => {
  const { configs } = resources({
    Fn: resource('Lambda::Function'),
    Q: resource('SQS::Queue'),
    Config: resource('Lambda::EventInvokeConfig', {
      FunctionName: { Ref: { 'Fn::Sub': 'Fn' } },
      Qualifier: '$LATEST',
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [{ 'Fn::Join': ['', ['Q']] }, 'Arn'] } } },
    }),
  });
  expect(configs[0]).toMatchObject({ function: { resource: 'S.Fn' }, onFailure: { resource: 'S.Q' } });
});
