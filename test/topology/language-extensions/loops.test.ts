import { readTemplateFiles, readTemplates } from '../../../lib/topology';
import { unrolled } from '../../../lib/topology/language-extensions/loops';
import { templateFile } from '../located';

const EXTENSIONS = { Transform: ['AWS::LanguageExtensions'] };

function unroll(document: object, parameters?: ReadonlyMap<string, string>) {
  return unrolled({ ...EXTENSIONS, ...document }, 'template of stack `S`', parameters);
}

test('makes a resource for each item', () => {
  const { document, writtenAt, left } = unroll({
    Resources: {
      'Fn::ForEach::Queues': ['Name', ['orders', 'mails'], {
        '${Name}Queue': { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::Sub': '${Name}-${AWS::Region}-${!Name}' }, Tags: [{ Key: 'n', Value: { Ref: 'Name' } }] } },
        '${Name}Policy': { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [{ Ref: '${Name}Queue' }] } },
      }],
    },
  });
  const queue = (name: string) => ({
    Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::Sub': `${name}-\${AWS::Region}-\${!Name}` }, Tags: [{ Key: 'n', Value: name }] },
  });
  const policy = (name: string) => ({ Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [{ Ref: `${name}Queue` }] } });
  expect(document).toEqual({
    ...EXTENSIONS,
    Resources: { ordersQueue: queue('orders'), ordersPolicy: policy('orders'), mailsQueue: queue('mails'), mailsPolicy: policy('mails') },
  });
  expect(left).toEqual([]);
  expect(writtenAt.get('mailsQueue')).toEqual(['Resources', 'Fn::ForEach::Queues', 2, '${Name}Queue']);
});

test('`&{…}` keeps letters and digits only', () => {
  const { document } = unroll({
    Resources: { 'Fn::ForEach::L': ['Ip', ['10.0.0.1'], { 'At&{Ip}': { Type: 'T', Properties: { Ip: { Ref: 'Ip' }, Id: 'x&{Ip}' } } }] },
  });
  expect(document).toMatchObject({ Resources: { At10001: { Properties: { Ip: '10.0.0.1', Id: 'x10001' } } } });
});

test('unrolls loops in loops, in outputs, in conditions and in properties', () => {
  const { document, writtenAt } = unroll({
    Conditions: { 'Fn::ForEach::C': ['S', ['a'], { 'Is${S}': { 'Fn::Equals': [{ Ref: 'Stage' }, { Ref: 'S' }] } }] },
    Resources: {
      'Fn::ForEach::Outer': ['S', ['a', 'b'], {
        'Fn::ForEach::Inner': ['N', ['x', { Ref: 'S' }], { 'R${S}${N}': { Type: 'T', Condition: 'Is${S}' } }],
      }],
      'Plain': { Type: 'T', Properties: { 'Fn::ForEach::P': ['K', ['k1', 'k2'], { '${K}': { Ref: 'K' } }], 'Other': 1 } },
    },
    Outputs: { 'Fn::ForEach::O': ['S', ['a'], { 'Out${S}': { Value: { 'Fn::GetAtt': ['R${S}x', 'Arn'] } } }] },
  });
  expect(document).toEqual({
    ...EXTENSIONS,
    Conditions: { Isa: { 'Fn::Equals': [{ Ref: 'Stage' }, 'a'] } },
    Resources: {
      Rax: { Type: 'T', Condition: 'Isa' },
      Raa: { Type: 'T', Condition: 'Isa' },
      Rbx: { Type: 'T', Condition: 'Isb' },
      Rbb: { Type: 'T', Condition: 'Isb' },
      Plain: { Type: 'T', Properties: { k1: 'k1', k2: 'k2', Other: 1 } },
    },
    Outputs: { Outa: { Value: { 'Fn::GetAtt': ['Rax', 'Arn'] } } },
  });
  expect(writtenAt.get('Rbb')).toEqual(['Resources', 'Fn::ForEach::Outer', 2, 'Fn::ForEach::Inner', 2, 'R${S}${N}']);
  expect(writtenAt.has('Plain')).toBe(false);
});

test('leaves out a loop whose items only CloudFormation knows', () => {
  const { document, left } = unroll({
    Resources: {
      'Fn::ForEach::Outer': ['S', ['a', 'b'], { 'Fn::ForEach::Inner': ['N', { Ref: 'Names' }, { 'R${N}': { Type: 'T' } }] }],
      'Plain': { Type: 'T', Properties: { 'Fn::ForEach::P': ['K', { Ref: 'Names' }, { '${K}': 1 }], 'Other': 1 } },
    },
  });
  expect(left).toEqual(['Fn::ForEach::Inner']);
  expect(document).toMatchObject({ Resources: { Plain: { Properties: { 'Fn::Transform': { Name: 'AWS::LanguageExtensions' }, 'Other': 1 } } } });
});

test('a given value makes the items certain', () => {
  const { document } = unroll({
    Parameters: { Names: { Type: 'CommaDelimitedList' } },
    Resources: { 'Fn::ForEach::L': ['N', { Ref: 'Names' }, { 'R${N}': { Type: 'T' } }] },
  }, new Map([['Names', 'x,y']]));
  expect(document).toMatchObject({ Resources: { Rx: { Type: 'T' }, Ry: { Type: 'T' } } });
});

test('a template without the transform stays as it is', () => {
  const document = { Resources: { 'Fn::ForEach::L': ['N', ['a'], { 'R${N}': { Type: 'T' } }] } };
  expect(unrolled(document, 'template', undefined).document).toBe(document);
});

test('refuses loops that multiply', () => {
  const items = Array.from({ length: 100 }, (_, i) => `${i}`);
  const nested = (depth: number): object => depth === 0 ? { R: { Type: 'T' } } : { [`Fn::ForEach::L${depth}`]: ['N', items, nested(depth - 1)] };
  expect(() => unroll({ Resources: nested(4) })).toThrow(
    'The loops of the template of stack `S` make more than 1000000 values. CloudFormation refuses such a template. Shorten their collections.',
  );
});

test('refuses a template that contains itself', () => {
  const Resources: Record<string, unknown> = {};
  Resources.R = Resources;
  expect(() => unroll({ Resources })).toThrow('The template of stack `S` is nested more than 200 levels deep.');
});

test('the topology has the resources of loops, and what hides others', () => {
  const { queues, stacks } = readTemplates([{
    name: 'S',
    template: {
      ...EXTENSIONS,
      Resources: {
        'Fn::ForEach::Certain': ['N', ['a', 'b'], { 'Q${N}': { Type: 'AWS::SQS::Queue' } }],
        'Fn::ForEach::Hidden': ['N', { Ref: 'Names' }, { 'H${N}': { Type: 'AWS::SQS::Queue' } }],
      },
    },
  }]);
  expect([...queues.keys()]).toEqual(['S.Qa', 'S.Qb']);
  expect(stacks.get('S')!.unknowns).toEqual(['`Fn::ForEach::Hidden` is expanded by CloudFormation']);
});

test.each<[string, unknown, string[], string[]]>([
  ['a text', 'a,b', ['aQueue', 'bQueue'], []],
  ['nothing', undefined, ['defaultQueue'], []],
  ['an expression', { Ref: 'AWS::Region' }, [], ['`Fn::ForEach::Queues` is expanded by CloudFormation']],
])('a nested stack whose parent passes %s repeats a resource accordingly', (_, Names, queues, unknowns) => {
  const loop = { 'Fn::ForEach::Queues': ['Name', { Ref: 'Names' }, { '${Name}Queue': { Type: 'AWS::SQS::Queue' } }] };
  const topology = readTemplateFiles([
    templateFile('parent.yaml', { Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'nested.yaml', Parameters: { Names } } } }),
    templateFile('nested.yaml', loop, { ...EXTENSIONS, Parameters: { Names: { Type: 'CommaDelimitedList', Default: 'default' } } }),
  ]);
  expect([...topology.queues.values()].map(({ logicalId }) => logicalId)).toEqual(queues);
  expect(topology.stacks.get('parent.yaml.Nested')!.unknowns).toEqual(unknowns);
});
