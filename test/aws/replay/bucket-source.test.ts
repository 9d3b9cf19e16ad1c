import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { allowed, environment, replay } from './replays';
import { ReplaySource } from '../../../lib/aws/replay/replay-source';
import { agnosticStack, concreteStack, errorOf, fn, HERE } from '../fixture';

test('plans read the records of a bucket, and runs delete them', () => {
  const stack = agnosticStack();
  const bucket = new s3.Bucket(stack, 'Records');
  replay(stack, { from: [ReplaySource.bucket(bucket)], targets: [fn(stack)] });
  const objects = stack.resolve(bucket.arnForObjects('aws/lambda/async/*'));
  const listing = { Action: 's3:ListBucket', Effect: 'Allow', Resource: stack.resolve(bucket.bucketArn) };

  expect(environment(stack, 'Planner').REPLAY_SOURCES).toEqual([
    { name: 'Records', kind: 'bucket', bucket: expect.stringMatching(/^<Records/), prefix: 'aws/lambda/async/' },
  ]);
  expect(allowed(stack, 'Planner')).toEqual(expect.arrayContaining([{ Action: 's3:GetObject', Effect: 'Allow', Resource: objects }, listing]));
  expect(JSON.stringify(allowed(stack, 'Planner'))).not.toContain('Delete');
  expect(allowed(stack, 'Sender')).toEqual(expect.arrayContaining([{ Action: ['s3:GetObject', 's3:DeleteObject'], Effect: 'Allow', Resource: objects }, listing]));
  expect(allowed(stack, 'Machine')).toContainEqual(listing);
});

test('runs that keep the records may not delete them', () => {
  const stack = agnosticStack();
  replay(stack, { from: [ReplaySource.bucket(new s3.Bucket(stack, 'Records'))], targets: [fn(stack)], keepObjects: true });

  expect(JSON.stringify(allowed(stack, 'Sender'))).not.toContain('DeleteObject');
});

test('a prefix narrows the list and the permissions', () => {
  const stack = agnosticStack();
  const bucket = s3.Bucket.fromBucketName(stack, 'Records', 'records');
  replay(stack, { from: [ReplaySource.bucket(bucket, { prefix: 'aws/lambda/async/orders/' })], targets: [fn(stack)] });

  expect(environment(stack, 'Planner').REPLAY_SOURCES).toEqual([{ name: 'Records', kind: 'bucket', bucket: 'records', prefix: 'aws/lambda/async/orders/' }]);
  expect(allowed(stack, 'Sender')).toContainEqual(expect.objectContaining({ Resource: stack.resolve(bucket.arnForObjects('aws/lambda/async/orders/*')) }));
});

test('the key of a bucket is granted for reading', () => {
  const stack = agnosticStack();
  const key = new kms.Key(stack, 'Key');
  replay(stack, { from: [ReplaySource.bucket(new s3.Bucket(stack, 'Records', { encryptionKey: key }))], targets: [fn(stack)] });

  expect(allowed(stack, 'Planner')).toContainEqual({ Action: 'kms:Decrypt', Effect: 'Allow', Resource: stack.resolve(key.keyArn) });
});

test.each([
  ['account', { account: '222222222222', region: HERE.region }, '222222222222/eu-west-1'],
  ['Region', { account: HERE.account, region: 'us-east-1' }, '111111111111/us-east-1'],
])('a bucket of another %s is refused', (_, env, place) => {
  const stack = concreteStack();
  const bucket = s3.Bucket.fromBucketAttributes(stack, 'Theirs', { bucketName: 'theirs', ...env });

  expect(errorOf(() => replay(stack, { from: [ReplaySource.bucket(bucket)], targets: [fn(stack)] }))).toBe(
    `\`from\` must have buckets of the account and Region of the stack only, got: Stack/Theirs of ${place} in a stack of 111111111111/eu-west-1. ` +
    'Step Functions lists the objects of no other bucket: every plan would fail. ' +
    'Declare the replay in a stack of the account and Region of the bucket. [Stack/Replay]',
  );
});

test('a bucket of an unknown account is accepted', () => {
  const stack = concreteStack();

  expect(() => replay(stack, { from: [ReplaySource.bucket(s3.Bucket.fromBucketName(stack, 'Theirs', 'theirs'))], targets: [fn(stack)] })).not.toThrow();
});
