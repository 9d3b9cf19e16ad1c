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

test('what nothing waits for comes by name', () => {
  expect(order({ B: thing(), A: thing() })).toEqual(['S0.A', 'S0.B']);
});

test.each([
  ['it depends on', { DependsOn: 'Z' }],
  ['it depends on among others', { DependsOn: ['Nowhere', 'Z'] }],
  ['it refers to', { Properties: { Some: ['x', { Where: { 'Fn::GetAtt': ['Z', 'Name'] } }] } }],
  ['something depends on that it refers to', { Properties: { Name: { Ref: 'Queue' } } }],
  ['something refers to that it depends on', { DependsOn: 'Topic' }],
])('what %s comes first', (_, rest) => {
  expect(order({
    A: thing(rest),
    Queue: { Type: 'AWS::SQS::Queue', DependsOn: 'Z' },
    Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { 'Fn::GetAtt': ['Z', 'Name'] } } },
    Z: thing(),
  })).toEqual(['S0.Z', 'S0.A']);
});

test('also what another stack exports', () => {
  expect(order({ A: thing({ Properties: { Name: { 'Fn::ImportValue': 'out-1' } } }), Z: thing() }, { Z: thing() })).toEqual(['S1.Z', 'S0.A', 'S0.Z']);
});

test('a circle, which CloudFormation refuses, is walked once', () => {
  expect(order({ A: thing({ DependsOn: 'B' }), B: thing({ DependsOn: 'A' }) })).toEqual(['S0.B', 'S0.A']);
});

test('what nobody asks for is left out, but not what it waits for', () => {
  const topology = readTemplates([{ name: 'S', template: { Resources: { A: thing({ DependsOn: 'B' }), B: thing({ DependsOn: 'C' }), C: thing() } } }]);
  const chosen = ['S.A', 'S.C'].map(key => topology.customResources.get(key)!);
  expect(creationOrder(topology, chosen).map(({ key }) => key)).toEqual(['S.C', 'S.A']);
});
