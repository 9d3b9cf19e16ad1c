import { arnOf, AT_DEPLOY, FN, knownTarget } from './small-templates';
import { knownDestination, knownSender } from '../../lib/checks/known-destination';
import { resource, resources } from '../topology/templates';

const DECLARED = {
  Fn: FN,
  Durable: resource('Lambda::Function', { DurableConfig: { ExecutionTimeout: 60 } }),
  Fifo: resource('SQS::Queue', { FifoQueue: true }),
  Open: resource('SQS::Queue', { FifoQueue: AT_DEPLOY }),
  Stream: resource('Kinesis::Stream'),
};
const topology = resources(DECLARED);
const { target: fn } = topology.functions.get('S.Fn')!;
const UNKNOWN = { kind: 'unknown', reason: 'tested' } as const;

/** The facts about a destination of `Fn`, without those that are unknown. */
function facts(arn: unknown, sender: Parameters<typeof knownDestination>[1] = fn): Record<string, unknown> {
  return JSON.parse(JSON.stringify(knownDestination(knownTarget(arn, DECLARED), sender)));
}

test('an ARN that is written out shows kind, FIFO and place', () => {
  expect(facts('arn:aws:sqs:us-east-1:123456789012:orders.fifo')).toEqual({ kind: 'queue', fifo: true, partition: 'aws', region: 'us-east-1' });
  expect(facts('arn:aws:s3:::orders')).toMatchObject({ kind: 'bucket', region: '' });
});

test('a resource of the app shows whether it is FIFO, unless only the deployment knows', () => {
  expect(facts(arnOf('Fifo'))).toMatchObject({ kind: 'queue', fifo: true });
  expect(facts(arnOf('Open'))).not.toHaveProperty('fifo');
});

test('a stream has none of the kinds, and an access point may have one', () => {
  expect(facts(arnOf('Stream'))).toMatchObject({ kind: 'other' });
  expect(facts('arn:aws:s3:eu-west-1:123456789012:accesspoint/orders')).not.toHaveProperty('kind');
});

test('a function is the sender itself, or another one, unless the sender is unknown', () => {
  expect(facts(arnOf('Fn'))).toMatchObject({ kind: 'function', self: true });
  expect(facts(arnOf('Durable'))).toMatchObject({ kind: 'function', self: false });
  expect(facts(arnOf('Fn'), UNKNOWN)).not.toHaveProperty('self');
});

test('a sender shows its place and whether it is durable', () => {
  expect(knownSender(topology, fn)).toMatchObject({ region: 'eu-west-1', durable: false });
  expect(knownSender(topology, topology.functions.get('S.Durable')!.target)).toMatchObject({ durable: true });
  expect(knownSender(topology, UNKNOWN)).toEqual({});
});
