import { resource } from './templates';
import { readTemplates, TopologyError } from '../../lib/topology';

test('reads templates in memory as one app', () => {
  const { configs } = readTemplates([
    {
      name: 'Queues',
      environment: 'aws://123456789012/eu-west-1',
      template: {
        Resources: { Queue: resource('SQS::Queue') },
        Outputs: { O: { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] }, Export: { Name: 'queue' } } },
      },
    },
    {
      name: 'Functions',
      environment: 'aws://123456789012/eu-west-1',
      template: {
        Resources: {
          Config: resource('Lambda::EventInvokeConfig', {
            FunctionName: 'orders', Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: { 'Fn::ImportValue': 'queue' } } },
          }),
        },
      },
    },
  ]);
  expect(configs[0].onFailure).toMatchObject({ kind: 'queue', resource: 'Queues.Queue' });
});

test.each([
  ['no object', null, 'The template of stack `S` must be a JSON object, got: null. Synthesize the app again.'],
  ['resources that are a list', { Resources: [] }, '`Resources` of the template of stack `S` must be an object, got: a list. Synthesize the app again.'],
  ['outputs that are a text', { Outputs: 'x' }, '`Outputs` of the template of stack `S` must be an object, got: a string. Synthesize the app again.'],
  ['a resource that is a text', { Resources: { A: 'x' } },
    '`A` in the template of stack `S` must be an object with a `Type`, got: a string. Synthesize the app again.'],
  ['a resource without type', { Resources: { A: {} } },
    '`A` in the template of stack `S` must be an object with a `Type`, got: `Type` is nothing. Synthesize the app again.'],
])('refuses %s', (_, template, message) => {
  expect(() => readTemplates([{ name: 'S', template }])).toThrow(new TopologyError(message));
});

test('refuses two stacks of one name', () => {
  expect(() => readTemplates([{ name: 'S', template: {} }, { name: 'S', template: {} }]))
    .toThrow(new TopologyError('Two stacks are called `S`. Give each its own name.'));
});

test('refuses an object that contains itself', () => {
  const template: Record<string, unknown> = { Metadata: {} };
  template.Metadata = template;
  expect(() => readTemplates([{ name: 'S', template }])).toThrow(new TopologyError(
    '`Metadata` of the template of stack `S` is nested more than 200 levels deep. CloudFormation refuses such a template. Synthesize the app again.',
  ));
});

test('refuses an object that repeats itself exponentially', () => {
  let twins: unknown = {};
  for (let i = 0; i < 40; i++) {
    twins = [twins, twins];
  }
  expect(() => readTemplates([{ name: 'S', template: { Metadata: twins } }])).toThrow(new TopologyError(
    '`Metadata` of the template of stack `S` has more than 5000000 objects. CloudFormation refuses such a template. Synthesize the app again.',
  ));
});

test('a malformed environment is unknown', () => {
  expect(readTemplates([{ name: 'S', template: {}, environment: 'moon' }]).stacks.get('S')).toEqual({
    id: 'S', name: 'S', displayName: 'S', account: undefined, region: undefined, unknowns: [],
  });
});
