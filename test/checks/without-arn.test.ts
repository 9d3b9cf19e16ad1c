import { arnOf, AT_DEPLOY, FN, sending } from './small-templates';
import { writtenWithoutArn } from '../../lib/checks/without-arn';
import { resource, resources } from '../topology/templates';

test.each<[string, unknown, string | undefined]>([
  ['the URL of a queue', { Ref: 'Queue' }, 'the URL of S/Queue'],
  ['the name of a queue', { 'Fn::GetAtt': ['Queue', 'QueueName'] }, 'the name of S/Queue'],
  ['a word', 'orders', '"orders"'],
  ['a text that may be a URL', 'https://orders/', 'a text that does not begin with `arn:`'],
  ['an ARN', arnOf('Queue'), undefined],
  ['what is unknown', AT_DEPLOY, undefined],
])('what was written, when that is %s', (_, destination, written) => {
  const topology = resources({
    Fn: FN,
    Queue: resource('SQS::Queue', {}, { Metadata: { 'aws:cdk:path': 'S/Queue/Resource' } }),
    Config: sending(destination),
  });
  expect(writtenWithoutArn(topology, topology.configs[0].onFailure)).toBe(written);
});

test('nothing was written', () => {
  expect(writtenWithoutArn(resources({}), undefined)).toBeUndefined();
});
