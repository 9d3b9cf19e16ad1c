import { arnOf, AT_DEPLOY, FN, sending } from './small-templates';
import { destinationsOf } from '../../lib/checks/destinations';
import { resource, resources } from '../topology/templates';

function told(declared: Record<string, unknown>): string[] {
  return destinationsOf(resources({ Fn: FN, Queue: resource('SQS::Queue'), Topic: resource('SNS::Topic'), ...declared }))
    .map(({ config, side, target }) => `${config.logicalId} ${side} ${target.resource}`);
}

test('are listed config by config, those of failures first', () => {
  expect(told({ A: sending(arnOf('Queue'), { Ref: 'Topic' }), B: sending({ Ref: 'Topic' }) }))
    .toEqual(['A onFailure S.Queue', 'A onSuccess S.Topic', 'B onFailure S.Topic']);
});

test('are left out if they are unknown or missing', () => {
  expect(told({ A: sending(AT_DEPLOY, { Ref: 'Topic' }), B: sending('') })).toEqual(['A onSuccess S.Topic']);
});

test('carry the rules for which Lambda refuses them', () => {
  const [onFailure, onSuccess] = destinationsOf(resources({
    Fn: FN, Bucket: resource('S3::Bucket'), Config: sending('arn:aws:sqs:us-east-1:123456789012:orders.fifo', arnOf('Bucket')),
  }));

  expect(onFailure.broken.map(({ id }) => id)).toEqual(['FifoQueueDestination', 'DestinationInOtherRegion']);
  expect(onSuccess.broken.map(({ id }) => id)).toEqual(['BucketOnSuccess']);
});
