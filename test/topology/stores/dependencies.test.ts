import { aws_lambda_destinations as destinations, aws_sqs as sqs } from 'aws-cdk-lib';
import { waitsFor } from '../../../lib/topology';
import { at, functionIn, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

test('a config waits for its function, and through it for the policy', () => {
  const topology = stackOf(stack => {
    functionIn(stack, 'Fn', { onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Queue')) });
  });
  const [config] = topology.configs;
  const policy = at(topology.resources.values(), 'S/Fn/ServiceRole/DefaultPolicy/Resource');
  expect(waitsFor(topology, config.key, policy.key)).toBe(true);
  expect(waitsFor(topology, policy.key, config.key)).toBe(false);
});

test('resources in a circle do not wait for a third', () => {
  const topology = resources({
    A: resource('SQS::Queue', {}, { DependsOn: 'B' }), B: resource('SQS::Queue', {}, { DependsOn: ['A', 'Nope'] }), C: resource('SQS::Queue'),
  });
  expect(waitsFor(topology, 'S.A', 'S.B')).toBe(true);
  expect(waitsFor(topology, 'S.A', 'S.C')).toBe(false);
  expect(waitsFor(topology, 'S.Nope', 'S.C')).toBe(false);
});
