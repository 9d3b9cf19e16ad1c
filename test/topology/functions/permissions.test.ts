import { aws_lambda as lambda, aws_s3 as s3, aws_s3_notifications as notifications } from 'aws-cdk-lib';
import { literal, rendered, unknown } from '../../../lib/topology/values/value';
import { functionIn, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

test('reads the permission of a notification on the alias', () => {
  const { permissions, buckets } = stackOf(stack => {
    const alias = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: functionIn(stack, 'Fn').currentVersion });
    new s3.Bucket(stack, 'Bucket').addObjectCreatedNotification(new notifications.LambdaDestination(alias));
  });
  const [bucket] = buckets.keys();
  expect(permissions).toMatchObject([{
    function: { kind: 'function', qualifier: literal('live') },
    action: literal('lambda:InvokeFunction'),
    principal: literal('s3.amazonaws.com'),
    sourceArn: { kind: 'reference', resource: bucket, attribute: 'Arn' },
    sourceAccount: literal('123456789012'),
  }]);
});

test('a missing property is absent, and a missing required one unknown', () => {
  const { permissions: [permission] } = resources({ P: resource('Lambda::Permission', { FunctionName: 'orders:1' }) });
  expect(permission.function.kind === 'function' && rendered(permission.function.qualifier)).toBe('1');
  expect(permission.action).toEqual(unknown('`Action` is missing'));
  expect([permission.sourceArn, permission.sourceAccount]).toEqual([undefined, undefined]);
});
