import { aws_lambda as lambda, aws_s3 as s3, aws_s3_notifications as notifications, aws_sqs as sqs } from 'aws-cdk-lib';
import { literal, unknown } from '../../../lib/topology/values/value';
import { functionIn, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

test('reads the custom resource of aws-cdk-lib', () => {
  const { invocations, deliveries } = stackOf(stack => {
    const alias = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: functionIn(stack, 'Fn').currentVersion });
    const bucket = new s3.Bucket(stack, 'Bucket');
    bucket.addObjectCreatedNotification(new notifications.LambdaDestination(alias));
    bucket.addObjectRemovedNotification(new notifications.SqsDestination(new sqs.Queue(stack, 'Queue')));
    s3.Bucket.fromBucketName(stack, 'Imported', 'photos').addObjectCreatedNotification(new notifications.LambdaDestination(alias));
  });
  expect(invocations).toMatchObject([
    {
      kind: 's3-notification',
      property: 'NotificationConfiguration.LambdaFunctionConfigurations[0].LambdaFunctionArn',
      from: { kind: 'bucket', resource: expect.stringMatching(/^S\.Bucket/) },
      to: { kind: 'function', qualifier: literal('live') },
    },
    { from: { kind: 'bucket', name: literal('photos'), resource: undefined }, to: { kind: 'function' } },
  ]);
  expect(deliveries).toMatchObject([{ kind: 's3-notification', to: { kind: 'queue', resource: expect.stringMatching(/^S\.Queue/) } }]);
});

test('reads the properties of a bucket', () => {
  const { invocations, deliveries } = resources({
    Bucket: resource('S3::Bucket', {
      NotificationConfiguration: {
        LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: 'arn:aws:lambda:eu-west-1:123456789012:function:orders' }],
        TopicConfigurations: [{ Topic: { 'Fn::Base64': '' } }],
      },
    }),
  });
  expect(invocations).toMatchObject([{ from: { resource: 'S.Bucket' }, to: { name: literal('orders') } }]);
  expect(deliveries.map(({ to }) => to)).toEqual([unknown('`Fn::Base64` is known at deploy time only')]);
});

test('marks a filter or a list of event types that may hold back new objects', () => {
  const { invocations } = stackOf(stack => {
    const bucket = new s3.Bucket(stack, 'Bucket');
    const fn = new notifications.LambdaDestination(functionIn(stack, 'Fn'));
    bucket.addEventNotification(s3.EventType.OBJECT_CREATED, fn);
    bucket.addEventNotification(s3.EventType.OBJECT_CREATED, fn, { prefix: 'uploads/' });
    bucket.addEventNotification(s3.EventType.OBJECT_REMOVED, fn);
  });
  expect(invocations.map(({ filtered }) => filtered)).toEqual([false, true, true]);
});
