import { located, templateFile } from './located';
import { resource } from './templates';
import { readTemplateFiles, TopologyError } from '../../lib/topology';

const FN = resource('Lambda::Function');
const nested = (TemplateURL: unknown, Parameters?: object) => resource('CloudFormation::Stack', { TemplateURL, Parameters });

test('the only template names its resources by their logical ids', () => {
  const { functions, stacks } = readTemplateFiles([templateFile('infra/a.yaml', { Fn: FN })]);
  expect([...functions.values()].map(({ path }) => path)).toEqual(['Fn']);
  expect(stacks.get('infra/a.yaml')).toMatchObject({ name: undefined, displayName: 'infra/a.yaml', file: 'infra/a.yaml', unknowns: [] });
});

test('several templates put their names before those of their resources', () => {
  const { functions } = readTemplateFiles([templateFile('a.yaml', { Fn: FN }), templateFile('b.yaml', { Fn: FN })]);
  expect([...functions.values()].map(({ path }) => path)).toEqual(['a.yaml/Fn', 'b.yaml/Fn']);
});

test('a template of the CDK keeps its construct paths', () => {
  const { functions } = readTemplateFiles([templateFile('a.yaml', { Fn: { ...FN, Metadata: { 'aws:cdk:path': 'S/Fn/Resource' } } })]);
  expect([...functions.values()].map(({ path }) => path)).toEqual(['S/Fn/Resource']);
});

test('templates refer to each other by exports', () => {
  const { configs } = readTemplateFiles([
    templateFile('a.yaml', { Q: resource('SQS::Queue') }, { Outputs: { Q: { Value: { 'Fn::GetAtt': ['Q', 'Arn'] }, Export: { Name: 'q' } } } }),
    templateFile('b.yaml', {
      Config: resource('Lambda::EventInvokeConfig', {
        FunctionName: 'f', Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: { 'Fn::ImportValue': 'q' } } },
      }),
    }),
  ]);
  expect(configs[0].onFailure).toMatchObject({ kind: 'queue', resource: 'a.yaml.Q' });
});

test('a template is a nested stack if the `TemplateURL` of another one is its path', () => {
  const { functions, stacks } = readTemplateFiles([
    templateFile('infra/child.yaml', { Fn: resource('Lambda::Function', { FunctionName: { Ref: 'Name' } }) }, { Parameters: { Name: { Type: 'String' } } }),
    templateFile('./infra/parent.yaml', { Child: nested('./child.yaml', { Name: 'orders' }) }),
  ]);
  expect([...functions.values()]).toMatchObject([{ path: 'Child/Fn', name: { kind: 'literal', value: 'orders' } }]);
  expect([...stacks.values()].map(({ displayName, unknowns }) => [displayName, unknowns])).toEqual([
    ['./infra/parent.yaml', []], ['./infra/parent.yaml/Child', []],
  ]);
});

test.each([
  ['../child.yaml', 'the template of nested stack `Child` is not passed: `child.yaml`'],
  ['https://s3.amazonaws.com/bucket/child.yaml', 'the template of nested stack `Child` is not passed'],
  [{ Ref: 'Url' }, 'the template of nested stack `Child` is not passed'],
])('a nested stack at %j is reported as a gap', (url, reason) => {
  expect(readTemplateFiles([templateFile('infra/parent.yaml', { Child: nested(url) })]).stacks.get('infra/parent.yaml')!.unknowns).toEqual([reason]);
});

test('refuses templates that nest each other', () => {
  expect(() => readTemplateFiles([templateFile('a.yaml', { B: nested('b.yaml') }), templateFile('b.yaml', { A: nested('a.yaml') })])).toThrow(
    new TopologyError('The nested stack `A` of stack `a.yaml/B` must not contain itself, but its template is a.yaml again. Synthesize the app again.'),
  );
});

describe('given values', () => {
  const QUEUE = { Q: resource('SQS::Queue', { QueueName: { 'Fn::Sub': '${Stage}-${AWS::Region}-${AWS::AccountId}' } }) };
  const name = (given?: Parameters<typeof readTemplateFiles>[1]) =>
    readTemplateFiles([templateFile('a.yaml', QUEUE, { Parameters: { Stage: { Type: 'String', Default: 'dev' } } })], given).queues.get('a.yaml.Q')!.name;

  test('replace defaults, and what only the deployment knows', () => {
    expect(name({ parameters: new Map([['Stage', 'prod']]), region: 'eu-west-1', account: '123456789012' }))
      .toEqual({ kind: 'literal', value: 'prod-eu-west-1-123456789012' });
  });

  test('are optional', () => {
    expect(name()).toMatchObject({ kind: 'composed', parts: ['dev-', { name: 'AWS::Region' }, '-', { name: 'AWS::AccountId' }] });
  });

  test('of a list are its items', () => {
    const { queues } = readTemplateFiles([templateFile('a.yaml', {
      Q: resource('SQS::Queue', { QueueName: { 'Fn::Select': [1, { Ref: 'Names' }] } }),
    }, { Parameters: { Names: { Type: 'CommaDelimitedList' } } })], { parameters: new Map([['Names', 'a, b']]) });
    expect(queues.get('a.yaml.Q')!.name).toEqual({ kind: 'literal', value: 'b' });
  });

  test('do not reach nested stacks, which their parents set', () => {
    const { queues } = readTemplateFiles([
      templateFile('parent.yaml', { Child: nested('child.yaml') }),
      templateFile('child.yaml', { Q: resource('SQS::Queue', { QueueName: { Ref: 'Stage' } }) }, { Parameters: { Stage: { Type: 'String', Default: 'dev' } } }),
    ], { parameters: new Map([['Stage', 'prod']]) });
    expect([...queues.values()].map(queue => queue.name)).toEqual([{ kind: 'literal', value: 'dev' }]);
  });
});

test.each<[unknown, string]>([
  [null, '`a.yaml` must be a CloudFormation template, with an object `Resources`, got: nothing. Pass a template, or the directory that `cdk synth` writes.'],
  ['text', '`a.yaml` must be a CloudFormation template, with an object `Resources`, got: a string. Pass a template, or the directory that `cdk synth` writes.'],
  [{ name: 'package' }, '`a.yaml` must be a CloudFormation template, with an object `Resources`, got: `Resources` is nothing. Pass a template, or the directory that `cdk synth` writes.'],
  [{ Resources: { Fn: 'text' } }, 'a.yaml:3:5: `Fn` in the template `a.yaml` must be an object with a `Type`, got: a string. Correct the template.'],
  [{ Resources: {}, Outputs: [] }, 'a.yaml:3:3: `Outputs` of the template `a.yaml` must be an object, got: a list. Correct the template.'],
])('refuses %j', (value, message) => {
  expect(() => readTemplateFiles([{ file: 'a.yaml', document: located(value) }])).toThrow(new TopologyError(message));
});
