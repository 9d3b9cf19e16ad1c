import { creationOrder } from '../../../lib/simulator/deployment/creation-order';
import { readTemplates } from '../../../lib/topology';

function order(...stacks: Array<Record<string, object>>): string[] {
  const topology = readTemplates(stacks.map((Resources, index) => ({
    name: `S${index}`,
    template: {
      Resources,
      Outputs: { Out: { Value: { 'Fn::GetAtt': ['Z', 'Name'] }, Export: { Name: `out-${index}` } } },
    },
  })));
  return creationOrder(topology, [...topology.customResources.values()]).map(({ key }) => key);
}

const thing = (rest: object = {}) => ({ Type: 'Custom::Thing', ...rest });

test('sorts independent resources by name', () => {
  expect(order({ B: thing(), A: thing() })).toEqual(['S0.A', 'S0.B']);
});

test.each([
  ['it depends on', { DependsOn: 'Z' }],
  ['it depends on among others', { DependsOn: ['Nowhere', 'Z'] }],
  ['it refers to', { Properties: { Some: ['x', { Where: { 'Fn::GetAtt': ['Z', 'Name'] } }] } }],
  ['it refers to a dependent of', { Properties: { Name: { Ref: 'Queue' } } }],
  ['it depends on a referrer of', { DependsOn: 'Topic' }],
])('creates first the resource that %s', (_, rest) => {
  expect(order({
    A: thing(rest),
    Queue: { Type: 'AWS::SQS::Queue', DependsOn: 'Z' },
    Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { 'Fn::GetAtt': ['Z', 'Name'] } } },
    Z: thing(),
  })).toEqual(['S0.Z', 'S0.A']);
});

test('creates the resource that another stack exports first', () => {
  expect(order({ A: thing({ Properties: { Name: { 'Fn::ImportValue': 'out-1' } } }), Z: thing() }, { Z: thing() })).toEqual(['S1.Z', 'S0.A', 'S0.Z']);
});

test('ends on a circle, which CloudFormation refuses', () => {
  expect(order({ A: thing({ DependsOn: 'B' }), B: thing({ DependsOn: 'A' }) })).toEqual(['S0.B', 'S0.A']);
});

test('leaves out other types, but follows their dependencies', () => {
  const topology = readTemplates([{ name: 'S', template: { Resources: { A: thing({ DependsOn: 'B' }), B: thing({ DependsOn: 'C' }), C: thing() } } }]);
  const chosen = ['S.A', 'S.C'].map(key => topology.customResources.get(key)!);
  expect(creationOrder(topology, chosen).map(({ key }) => key)).toEqual(['S.C', 'S.A']);
});
