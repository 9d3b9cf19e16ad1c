import { readTemplateFiles } from '../../../lib/topology';
import { literal, textOf, unknown } from '../../../lib/topology/values/value';
import { templateFile } from '../located';
import { resource, valueOf } from '../templates';

test.each([
  ['a queue', resource('SQS::Queue'), { 'Fn::GetAtt': ['X', 'Arn'] }, 'Arn'],
  ['a queue, as a text', resource('SQS::Queue'), { 'Fn::GetAtt': 'X.Arn' }, 'Arn'],
  ['the URL of a queue', resource('SQS::Queue'), { Ref: 'X' }, 'Ref'],
  ['a topic', resource('SNS::Topic'), { Ref: 'X' }, 'Arn'],
  ['a function', resource('Lambda::Function'), { Ref: 'X' }, 'Name'],
  ['an alias', resource('Lambda::Alias'), { Ref: 'X' }, 'Arn'],
  ['a version', resource('Lambda::Version'), { 'Fn::GetAtt': ['X', 'Version'] }, 'Version'],
])('a reference to %s', (_, declared, expression, attribute) => {
  expect(valueOf(expression, {}, { X: declared })).toEqual({ kind: 'reference', resource: 'S.X', attribute });
});

test('pseudo parameters are known if the environment is', () => {
  expect(valueOf({ Ref: 'AWS::Region' })).toEqual(literal('eu-west-1'));
  expect(valueOf({ Ref: 'AWS::Partition' }, {}, {}, 'aws://123456789012/cn-north-1')).toEqual(literal('aws-cn'));
  expect(valueOf({ Ref: 'AWS::StackName' })).toEqual(literal('S'));
  expect(valueOf({ Ref: 'AWS::Region' }, {}, {}, 'aws://unknown-account/unknown-region'))
    .toEqual(textOf([{ kind: 'pseudo', name: 'AWS::Region', stack: 'S' }]));
});

test('AWS::NoValue makes a property absent', () => {
  expect(valueOf({ Ref: 'AWS::NoValue' })).toBeUndefined();
});

describe('parameters', () => {
  const Parameters = {
    Given: { Type: 'String', Default: 'x' },
    Number: { Type: 'Number', Default: 7 },
    List: { Type: 'CommaDelimitedList', Default: 'a, b' },
    Open: { Type: 'String' },
    Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/name' },
    Looping: { Type: 'String', Default: { Ref: 'Looping' } },
  };

  test.each([
    ['a default', { Ref: 'Given' }, literal('x')],
    ['a number', { Ref: 'Number' }, literal('7')],
    ['a list', { 'Fn::Select': [1, { Ref: 'List' }] }, literal('b')],
    ['no default', { Ref: 'Open' }, unknown('parameter `Open` has no default')],
    ['a parameter of the parameter store', { Ref: 'Stored' }, unknown('parameter `Stored` is read from ssm at deploy time')],
    ['itself', { Ref: 'Looping' }, unknown('it refers to itself')],
  ])('with %s', (_, expression, expected) => {
    expect(valueOf(expression, { Parameters })).toEqual(expected);
  });
});

test.each([
  [{ Ref: 3 }, 'a `Ref` needs a name'],
  [{ 'Fn::GetAtt': ['X'] }, 'an `Fn::GetAtt` needs a resource and an attribute'],
  [{ 'Fn::GetAtt': { X: 1 } }, 'an `Fn::GetAtt` needs a resource and an attribute'],
  [{ Ref: 'constructor' }, '`constructor` is neither a parameter nor a resource of stack `S`'],
  [{ Ref: '__proto__' }, '`__proto__` is neither a parameter nor a resource of stack `S`'],
])('%j is unknown', (expression, reason) => {
  expect(valueOf(expression)).toEqual(unknown(reason));
});

test('a dynamic reference is known at deploy time only', () => {
  expect(valueOf('x-{{resolve:ssm:/name}}')).toEqual(unknown('it is read from ssm at deploy time'));
});

describe('parameters of a nested stack', () => {
  const Parameters = {
    Name: { Type: 'String', Default: 'mine' },
    Names: { Type: 'CommaDelimitedList', Default: 'mine' },
    Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/mine' },
  };

  /** The value of an expression in a nested stack. */
  function nestedValueOf(expression: unknown, passed?: object) {
    const { queues } = readTemplateFiles([
      templateFile('parent.yaml', {
        Nested: resource('CloudFormation::Stack', { TemplateURL: 'nested.yaml', Parameters: passed }),
        Q: resource('SQS::Queue', {}),
      }),
      templateFile('nested.yaml', { Probe: resource('SQS::Queue', { QueueName: expression }) }, { Parameters }),
    ]);
    return queues.get('parent.yaml.Nested.Probe')!.name;
  }

  const arn = { kind: 'reference', resource: 'parent.yaml.Q', attribute: 'Arn' } as const;

  test.each([
    ['a text', { Ref: 'Name' }, { Name: 'theirs' }, literal('theirs')],
    ['a reference', { Ref: 'Name' }, { Name: { 'Fn::GetAtt': ['Q', 'Arn'] } }, arn],
    ['nothing', { Ref: 'Name' }, {}, literal('mine')],
    ['AWS::NoValue', { Ref: 'Name' }, { Name: { Ref: 'AWS::NoValue' } }, literal('mine')],
    ['a list in one text', { 'Fn::Select': [1, { Ref: 'Names' }] }, { Names: 'a , b ,c' }, literal('b')],
    ['a list of references', { 'Fn::Select': [1, { Ref: 'Names' }] }, { Names: { 'Fn::Join': [', ', ['a', { 'Fn::GetAtt': ['Q', 'Arn'] }]] } }, arn],
    ['the name of a stored value', { Ref: 'Stored' }, { Stored: '/theirs' }, unknown('parameter `Stored` is read from ssm at deploy time')],
    ['what only the deployment knows', { 'Fn::Select': [0, { Ref: 'Names' }] }, { Names: '{{resolve:ssm:/names}}' }, unknown('it is read from ssm at deploy time')],
  ])('take %s from their parent', (_, expression, passed, expected) => {
    expect(nestedValueOf(expression, passed)).toEqual(expected);
  });
});
