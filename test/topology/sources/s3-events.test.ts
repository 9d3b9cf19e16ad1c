import { aws_s3 as s3 } from 'aws-cdk-lib';
import { literal } from '../../../lib/topology/values/value';
import { stackOf } from '../synthesized';
import { resource, resources } from '../templates';

const TO_DEFAULT_BUS = { kind: 's3-notification', to: { kind: 'bus', name: literal('default') }, enabled: literal(true) };

test('reads the custom resource of aws-cdk-lib', () => {
  const { deliveries } = stackOf(stack => {
    new s3.Bucket(stack, 'Bucket', { eventBridgeEnabled: true });
    s3.Bucket.fromBucketName(stack, 'Imported', 'photos').enableEventBridgeNotification();
  });
  expect(deliveries).toMatchObject([
    { ...TO_DEFAULT_BUS, from: { kind: 'bucket', resource: expect.stringMatching(/^S\.Bucket/) } },
    { ...TO_DEFAULT_BUS, from: { kind: 'bucket', name: literal('photos') } },
  ]);
});

test.each([
  [{}, true],
  [{ EventBridgeEnabled: true }, true],
  [{ EventBridgeEnabled: 'true' }, true],
  [{ EventBridgeEnabled: false }, false],
])('reads the properties %j of a bucket', (EventBridgeConfiguration, enabled) => {
  const { deliveries } = resources({ Bucket: resource('S3::Bucket', { NotificationConfiguration: { EventBridgeConfiguration } }) });

  expect(deliveries).toMatchObject([{ ...TO_DEFAULT_BUS, property: 'NotificationConfiguration.EventBridgeConfiguration', enabled: literal(enabled) }]);
});

test('reads nothing of a bucket without it', () => {
  expect(resources({ Bucket: resource('S3::Bucket') }).deliveries).toEqual([]);
});
