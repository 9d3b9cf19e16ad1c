import { App, Aws, Fn, SecretValue, Stack } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { errorOf, fcFunction, rosStack, synthesized, templateOf } from './fixture';
import { alibaba } from '../../lib';

/** A stack with a function that has a property of some value. */
function having(value: (aws: Stack, stack: alibaba.RosStack) => unknown): alibaba.RosStack {
  const stack = rosStack();
  fcFunction(stack, 'Fn', { Value: value(new Stack(stack.node.root as App, 'Aws'), stack) });
  return stack;
}

const MESSAGE = (path: string, got: string) => `\`${path}\` must be a value that ROS can resolve, got: ${got}. `
  + 'ROS cannot resolve values of AWS or of other stacks. '
  + 'Write the text itself, or use a value of `alibaba.Aliyun` or of a resource of the same ROS stack. [Ros/Fn]';

describe('refuses a value that', () => {
  test.each<[string, unknown, string, string]>([
    ['is the Region of AWS', `x-${Aws.REGION}`, 'Value', 'AWS::Region'],
    ['is a missing value of AWS', Aws.NO_VALUE, 'Value', 'AWS::NoValue'],
    ['is a reference to nothing', { Ref: 'Nothing' }, 'Value', 'Nothing'],
    ['is an attribute of nothing', { 'Fn::GetAtt': ['Nothing', 'Arn'] }, 'Value', 'Nothing'],
    ['is an attribute of nothing, in short', { 'Fn::GetAtt': 'Nothing' }, 'Value', 'Nothing'],
    ['is what another stack exports', Fn.importValue('x'), 'Value', 'Fn::ImportValue'],
    ['stands in a text', Fn.sub('${AWS::AccountId}-x'), 'Value', 'AWS::AccountId'],
    ['stands in a text that is nothing but that', 'x-${AWS::Region}', 'Value', 'AWS::Region'],
    ['is an attribute of nothing, in a text', Fn.sub('${Nothing.Arn}'), 'Value', 'Nothing'],
    ['is named in a text, beside others that are explained', Fn.sub('${Mine}-${Nothing}', { Mine: 'x' }), 'Value', 'Nothing'],
    ['is made by a function that ROS has not', Fn.base64('x'), 'Value', 'Fn::Base64'],
    ['needs a condition', Fn.conditionIf('IsProd', 'a', 'b'), 'Value', 'Fn::If'],
    ['needs a mapping', Fn.findInMap('Map', 'a', 'b'), 'Value', 'Fn::FindInMap'],
    ['is a secret of AWS', SecretValue.secretsManager('key').unsafeUnwrap(), 'Value', '{{resolve:secretsmanager:key:SecretString:::}}'],
    ['is a parameter of AWS', 'x-{{resolve:ssm:/name}}', 'Value', '{{resolve:ssm:/name}}'],
    ['is deep inside', [{ Deep: { Ref: 'Nothing' } }], 'Value.0.Deep', 'Nothing'],
    ['is deep inside of a function', { Deep: { 'Fn::Join': ['', ['x', { Ref: 'Nothing' }]] } }, 'Value.Deep', 'Nothing'],
  ])('%s', (_, value, path, got) => {
    expect(errorOf(() => synthesized(having(() => value)))).toBe(`Validation failed with the following errors:\n  [Ros] ${MESSAGE(path, got)}`);
  });

  test.each<[string, (aws: Stack) => string, string]>([
    ['is of a resource of AWS', aws => new sqs.Queue(aws, 'Queue').queueArn, 'Arn of Aws/Queue/Resource'],
    ['is the account of a stack of AWS', aws => aws.account, 'AWS::AccountId'],
  ])('%s', (_, value, got) => {
    expect(errorOf(() => synthesized(having(aws => [{ Deep: value(aws) }])))).toContain(got);
  });
});

test('lists each value on its own line', () => {
  expect(errorOf(() => synthesized(having(() => [{ Ref: 'One' }, { Ref: 'Two' }]))).split('\n').slice(1))
    .toEqual([`  [Ros] ${MESSAGE('Value.0', 'One')}`, `  [Ros] ${MESSAGE('Value.1', 'Two')}`]);
});

test.each<[string, unknown]>([
  ['of the stack, in a text', { 'Fn::Sub': '${Other}-${Other.FunctionName}-${ALIYUN::Region}-${!Literal}' }],
  ['that the text explains itself', { 'Fn::Sub': ['${Mine}', { Mine: { Ref: 'Other' } }] }],
  ['that ROS keeps', '{{resolve:oos:name}}'],
  ['for a shell', 'echo ${HOME} $(date)'],
])('accepts a value %s', (_, value) => {
  expect(templateOf(having((_aws, stack) => {
    fcFunction(stack, 'Other');
    return value;
  })).Resources.Fn.Properties.Value).toEqual(value);
});
