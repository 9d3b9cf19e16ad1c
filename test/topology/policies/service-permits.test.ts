import { servicePermits } from '../../../lib/topology';
import { literal } from '../../../lib/topology/values/value';
import { arnOf, AT_DEPLOY } from '../../checks/small-templates';
import { resource, resources } from '../templates';

const ARN = 'arn:aws:sqs:eu-west-1:123456789012:lost';
const SEND = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: ARN };

function verdict(...Statement: object[]) {
  const topology = resources({
    Queue: resource('SQS::Queue', { QueueName: 'lost' }),
    Policy: resource('SQS::QueuePolicy', { Queues: [{ Ref: 'Queue' }], PolicyDocument: { Statement } }),
  });
  return servicePermits(topology, topology.queues.get('S.Queue')!.policy, 'events.amazonaws.com', 'sqs:SendMessage', literal(ARN));
}

test.each<[string, object, string]>([
  ['allows a service', { ...SEND, Principal: { Service: 'events.amazonaws.com' } }, 'allowed'],
  ['allows one of several services', { ...SEND, Principal: { Service: ['sns.amazonaws.com', 'events.amazonaws.com'] } }, 'allowed'],
  ['allows everybody', { ...SEND, Principal: '*' }, 'allowed'],
  ['allows a resource by its reference', { ...SEND, Resource: arnOf('Queue'), Principal: '*' }, 'allowed'],
  ['is for another service', { ...SEND, Principal: { Service: 'sns.amazonaws.com' } }, 'missing'],
  ['is for the account, which does not cover services', { ...SEND, Principal: { AWS: 'arn:aws:iam::123456789012:root' } }, 'missing'],
  ['is for another action', { ...SEND, Action: 'sqs:ReceiveMessage', Principal: '*' }, 'missing'],
  ['denies it', { ...SEND, Effect: 'Deny', Principal: '*' }, 'denied'],
  ['has a condition', { ...SEND, Principal: { Service: 'events.amazonaws.com' }, Condition: { ArnEquals: { 'aws:SourceArn': 'x' } } }, 'unknown'],
  ['has an unknown principal', { ...SEND, Principal: { Service: AT_DEPLOY } }, 'unknown'],
])('a policy that %s', (_, statement, expected) => {
  expect(verdict(statement)).toBe(expected);
});
