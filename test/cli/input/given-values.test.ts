import { checkGiven, givenValues } from '../../../lib/cli/input/given-values';
import { UsageError } from '../../../lib/cli/usage-error';
import { resources } from '../../topology/templates';

test('reads the options', () => {
  expect(givenValues({ parameter: ['Stage=prod', 'Query=a=b', 'Empty='], region: 'us-gov-west-1', account: '012345678901' })).toEqual({
    parameters: new Map([['Stage', 'prod'], ['Query', 'a=b'], ['Empty', '']]), region: 'us-gov-west-1', account: '012345678901',
  });
});

test('reads no options', () => {
  expect(givenValues({})).toEqual({ parameters: new Map(), region: undefined, account: undefined });
});

test.each([
  [{ parameter: ['Stage'] }, '`--parameter` must be `Name=Value`, got: "Stage"'],
  [{ parameter: ['=prod'] }, '`--parameter` must be `Name=Value`, got: "=prod"'],
  [{ parameter: ['A=1', 'A=2'] }, '`--parameter` must give each parameter once, got: `A` twice'],
  [{ region: 'Ireland' }, '`--region` must be a Region, e.g. `eu-west-1`, got: "Ireland"'],
  [{ region: 'eu-west-1a' }, '`--region` must be a Region, e.g. `eu-west-1`, got: "eu-west-1a"'],
  [{ account: '12345678901' }, '`--account` must be an account id of 12 digits, got: "12345678901"'],
  [{ account: '1234567890123' }, '`--account` must be an account id of 12 digits, got: "1234567890123"'],
])('refuses %j', (options, message) => {
  expect(() => givenValues(options)).toThrow(new UsageError(message));
});

const APP = resources({}, {
  Parameters: {
    Stage: { Type: 'String', AllowedValues: ['dev', 'prod'] },
    Name: { Type: 'String', MinLength: 2, MaxLength: 4 },
    Long: { Type: 'String', MinLength: 2 },
    Size: { Type: 'Number', MinValue: 1, MaxValue: 10 },
    AtLeast: { Type: 'Number', MinValue: 1 },
    AtMost: { Type: 'Number', MaxValue: 10 },
    Stages: { Type: 'CommaDelimitedList', AllowedValues: ['dev', 'prod'] },
    Sizes: { Type: 'List<Number>' },
    Vpc: { Type: 'AWS::EC2::VPC::Id' },
  },
});

const check = (text: string, topology = APP) => checkGiven(givenValues({ parameter: [text] }), topology);

test.each(['Stage=prod', 'Name=ab', 'Name=abcd', 'Size=1', 'Size=10', 'Size=2.5', 'AtLeast=99', 'AtMost=-1', 'Stages=dev, prod', 'Sizes=1,2', 'Vpc=vpc-1'])('accepts %s', text => {
  expect(() => check(text)).not.toThrow();
});

test.each([
  ['Stage=test', 'parameter `Stage` must be one of dev, prod, got: "test"'],
  ['Stages=dev,test', 'parameter `Stages` must be one of dev, prod, got: "dev,test"'],
  ['Name=a', 'parameter `Name` must have 2 to 4 characters, got: "a"'],
  ['Name=abcde', 'parameter `Name` must have 2 to 4 characters, got: "abcde"'],
  ['Long=', 'parameter `Long` must have at least 2 characters, got: ""'],
  ['Size=0', 'parameter `Size` must be from 1 to 10, got: "0"'],
  ['Size=11', 'parameter `Size` must be from 1 to 10, got: "11"'],
  ['Size=', 'parameter `Size` must be a number, got: ""'],
  ['AtLeast=0', 'parameter `AtLeast` must be at least 1, got: "0"'],
  ['AtMost=11', 'parameter `AtMost` must be at most 10, got: "11"'],
  ['Sizes=1,x', 'parameter `Sizes` must be a number, got: "1,x"'],
  ['Stge=dev', '`--parameter` must name a parameter of a template, got: "Stge". Did you mean Stage or Stages?'],
  ['Zebra=1', '`--parameter` must name a parameter of a template, got: "Zebra". The parameters are: AtLeast, AtMost, Long, Name, Size, Sizes, Stage, Stages, Vpc.'],
])('refuses %s', (text, message) => {
  expect(() => check(text)).toThrow(new UsageError(message));
});

test('refuses a parameter of an app without parameters', () => {
  expect(() => check('A=1', resources({}))).toThrow(new UsageError('`--parameter` must name a parameter of a template, got: "A". There are none.'));
});
