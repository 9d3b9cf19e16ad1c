import { kindOf, parseTemplate } from '../../../lib/topology/assembly/template';
import { TopologyError } from '../../../lib/topology/topology-error';

test('returns sections in one order', () => {
  const { resources, conditions } = parseTemplate({ Resources: { B: { Type: 'x' }, A: { Type: 'y' } }, Conditions: { D: 1, C: 2 } }, 'S', 'template');
  expect([...resources.keys(), ...conditions.keys()]).toEqual(['A', 'B', 'C', 'D']);
});

test('reports macros as a gap', () => {
  const { resources, macros } = parseTemplate({ Transform: 'My::Macro', Resources: { 'Fn::ForEach::X': [] } }, 'S', 'template');
  expect(resources.size).toBe(0);
  expect(macros).toEqual(['the template has a `Transform`', '`Fn::ForEach::X` is expanded by CloudFormation']);
});

test('reports modules as a gap', () => {
  const { resources, macros } = parseTemplate({ Resources: { Wiring: { Type: 'Acme::Lambda::Wiring::MODULE' }, Q: { Type: 'AWS::SQS::Queue' } } }, 'S', 'template');
  expect([...resources.keys()]).toEqual(['Q', 'Wiring']);
  expect(macros).toEqual(['`Wiring` is a module, which CloudFormation expands']);
});

test('a message has the place and the remedy that the caller gives', () => {
  const placeOf = (path: ReadonlyArray<string | number>) => `at ${path.join('/')}: `;

  expect(() => parseTemplate({ Resources: { A: 'x' } }, 'S', 'template `t`', { remedy: 'Mend it.', placeOf }))
    .toThrow(new TopologyError('at Resources/A: `A` in the template `t` must be an object with a `Type`, got: a string. Mend it.'));
});

test('collects the references of a resource', () => {
  const { resources } = parseTemplate({
    Resources: {
      A: {
        Type: 'x',
        DependsOn: ['Z', 'Y', 3],
        Properties: {
          a: { Ref: 'R' },
          b: [{ 'Fn::GetAtt': ['G', 'Arn'] }, { 'Fn::GetAtt': 'T.Arn' }],
          c: { 'Fn::Sub': 'x${S}${U.Arn}${!No}${AWS::Region}' },
          d: { 'Fn::Sub': ['${V}', { V: { Ref: 'W' } }] },
        },
      },
    },
  }, 'S', 'template');
  expect(resources.get('A')!.dependsOn).toEqual(['Y', 'Z']);
  expect(resources.get('A')!.mentions).toEqual(['AWS::Region', 'G', 'R', 'S', 'T', 'U', 'V', 'W']);
});

test.each([[['A', 'A'], ['A']], [['B', 'A'], ['A', 'B']], [['B', 'A', 'B'], ['A', 'B']]])('collects the references to %j once, in order', (ids, mentions) => {
  const { resources } = parseTemplate({ Resources: { X: { Type: 'x', Properties: { list: ids.map(id => ({ Ref: id })) } } } }, 'S', 'template');
  expect(resources.get('X')!.mentions).toEqual(mentions);
});

test('collects the references of a text that has very many', () => {
  const { resources } = parseTemplate({ Resources: { A: { Type: 'x', Properties: { a: { 'Fn::Sub': '${B}'.repeat(200_000) } } } } }, 'S', 'template');
  expect(resources.get('A')!.mentions).toEqual(['B']);
});

test.each([[undefined, 'nothing'], [null, 'null'], [[], 'a list'], [{}, 'an object'], ['', 'a string'], [1, 'a number']])('%j is %s', (value, expected) => {
  expect(kindOf(value)).toBe(expected);
});
