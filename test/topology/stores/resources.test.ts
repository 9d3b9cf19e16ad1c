import { resource, resources } from '../templates';

test('lists the dependencies of every resource, without parameters', () => {
  const topology = resources({
    A: resource('SQS::Queue', { QueueName: { 'Fn::Sub': '${B.QueueName}-${P}' } }, { DependsOn: 'C', Metadata: { 'aws:cdk:path': 'S/A/Resource' } }),
    B: resource('SQS::Queue'),
    C: resource('Whatever::Else'),
  }, { Parameters: { P: { Type: 'String' } } });
  expect(topology.resources.get('S.A')).toMatchObject({
    key: 'S.A', stack: 'S', logicalId: 'A', type: 'AWS::SQS::Queue', path: 'S/A/Resource', condition: undefined, dependsOn: ['S.C'], refersTo: ['S.B'],
  });
  expect([...topology.resources.keys()]).toEqual(['S.A', 'S.B', 'S.C']);
});
