import { arnOf, FN, knownTarget } from './small-templates';
import { nameOf, named } from '../../lib/checks/names';
import { resource, resources } from '../topology/templates';

const at = (path: string) => ({ Metadata: { 'aws:cdk:path': path } });
const DECLARED = {
  Orders: resource('Lambda::Function', {}, at('S/Orders/Resource')),
  Version: resource('Lambda::Version', { FunctionName: { Ref: 'Orders' } }, at('S/Orders/CurrentVersion/Resource')),
  Queue: resource('SQS::Queue', {}, at('S/ResourceQueue')),
  Plain: FN,
  Topic: resource('SNS::Topic'),
};
const APP = resources(DECLARED);

describe('a resource is called', () => {
  test.each([
    ['by the path of its construct', 'S.Orders', 'S/Orders'],
    ['by its whole path where that ends otherwise', 'S.Queue', 'S/ResourceQueue'],
    ['by its key where the app tells no path', 'S.Plain', 'S.Plain'],
    ['by its key where the app does not have it', 'T.Other', 'T.Other'],
  ])('%s', (_, key, name) => {
    expect(nameOf(APP, key)).toBe(name);
  });
});

describe('a target is called', () => {
  test.each<[string, unknown, string]>([
    ['by its ARN where the app does not declare it', 'arn:aws:sqs:eu-west-1:123456789012:failed', 'arn:aws:sqs:eu-west-1:123456789012:failed'],
    ['by the path of its construct', arnOf('Queue'), 'S/ResourceQueue'],
    ['by its key where the app tells no path', { Ref: 'Topic' }, 'S.Topic'],
    ['without a qualifier that nobody has written', arnOf('Orders'), 'S/Orders'],
    ['with a qualifier that somebody has written', { 'Fn::Sub': '${Orders.Arn}:live' }, 'S/Orders:live'],
    ['with the path of a version that gets its number at deploy', { Ref: 'Version' }, 'S/Orders:S/Orders/CurrentVersion'],
    ['with a qualifier of several pieces', { 'Fn::Sub': '${Orders.Arn}:live-${Queue.QueueName}' }, 'S/Orders:live-${S.Queue.Name}'],
  ])('%s', (_, arn, name) => {
    expect(named(APP, knownTarget(arn, DECLARED))).toBe(name);
  });
});
