import { readTemplates } from '../../../lib/topology';
import { resource, resources } from '../templates';

const ARN = 'arn:aws:sqs:eu-west-1:123456789012:orders';
const CONFIG = resource('Lambda::EventInvokeConfig', { FunctionName: 'f', Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: ARN } } });
const QUEUE = resource('SQS::Queue', { QueueName: 'orders' });

test('finds a name of another stack in the same account and Region', () => {
  const found = (environment: string) => {
    const { configs: [{ onFailure }] } = readTemplates([{ name: 'A', template: { Resources: { C: CONFIG } } }, { name: 'B', template: { Resources: { Q: QUEUE } }, environment }]);
    return onFailure?.kind === 'queue' && onFailure.resource;
  };
  expect(found('aws://123456789012/eu-west-1')).toBe('B.Q');
  expect(found('aws://123456789012/us-east-1')).toBeUndefined();
  expect(found('aws://123456789012/unknown-region')).toBeUndefined();
  expect(found('aws://unknown-account/eu-west-1')).toBeUndefined();
});

test('finds neither of two resources with one name', () => {
  expect(resources({ A: QUEUE, B: QUEUE, C: CONFIG }).configs[0].onFailure).toMatchObject({ kind: 'queue', resource: undefined });
});

test('does not find a topic as a queue', () => {
  expect(resources({ A: resource('SNS::Topic', { TopicName: 'orders' }), C: CONFIG }).configs[0].onFailure).toMatchObject({ resource: undefined });
});

test('does not find a referenced queue as a topic', () => {
  const Destination = { 'Fn::Sub': 'arn:aws:sns:eu-west-1:123456789012:${Q.QueueName}' };
  const { configs } = resources({
    Q: resource('SQS::Queue'), C: resource('Lambda::EventInvokeConfig', { FunctionName: 'f', Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination } } }),
  });
  expect(configs[0].onFailure).toMatchObject({ kind: 'topic', resource: undefined });
});
