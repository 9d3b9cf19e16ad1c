import { CfnParameter, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { allow, bound } from './bound';
import { AsyncDestination, AsyncInvokeConfig } from '../../../lib';
import { agnosticStack, errorOf, fn, resources } from '../fixture';

const BUCKET = { 'Fn::GetAtt': ['Bucket83908E77', 'Arn'] };
const OBJECTS = { 'Fn::Join': ['', [BUCKET, '/*']] };

describe('a bucket', () => {
  test('needs exactly two actions, one of them on its objects', () => {
    const { arn, allowed, stack } = bound(scope => AsyncDestination.bucket(new s3.Bucket(scope, 'Bucket')));

    expect(arn).toEqual(BUCKET);
    expect(allowed).toEqual([allow('s3:ListBucket', BUCKET), allow('s3:PutObject', OBJECTS)]);
    expect(resources(stack, 'AWS::S3::BucketPolicy')).toEqual({});
  });

  test('with a customer managed key needs one more on the key', () => {
    const { allowed } = bound(stack => AsyncDestination.bucket(new s3.Bucket(stack, 'Bucket', { encryptionKey: new kms.Key(stack, 'Key') })));

    expect(allowed).toEqual([allow('s3:ListBucket', BUCKET), allow('s3:PutObject', OBJECTS), allow('kms:GenerateDataKey', { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] })]);
  });

  test('can be imported', () => {
    const { arn, allowed } = bound(stack => AsyncDestination.bucket(s3.Bucket.fromBucketArn(stack, 'Bucket', 'arn:aws:s3:::orders')));

    expect(arn).toBe('arn:aws:s3:::orders');
    expect(allowed).toEqual([allow('s3:ListBucket', 'arn:aws:s3:::orders'), allow('s3:PutObject', 'arn:aws:s3:::orders/*')]);
  });

  test('is accepted for failures only', () => {
    const stack = agnosticStack();
    const onSuccess = AsyncDestination.bucket(new s3.Bucket(stack, 'Bucket'));

    expect(errorOf(() => new AsyncInvokeConfig(stack, 'Config', { function: fn(stack), onSuccess }))).toBe(
      '`onSuccess` must be a queue, topic, event bus or function, got: AWS::S3::Bucket at Stack/Bucket. ' +
      'Lambda stores only records of failures in buckets and refuses the config: the deployment fails. ' +
      'Use the bucket as `onFailure`, or a function that writes the record to it. [Stack/Config]',
    );
    expect(resources(stack, 'AWS::IAM::Policy')).toEqual({});
  });
});

describe('the owner of a bucket', () => {
  test.each<[string, (stack: Stack) => string, unknown]>([
    ['digits', () => '111111111111', '111111111111'],
    ['the account of the stack', stack => stack.account, { Ref: 'AWS::AccountId' }],
    ['a parameter', stack => new CfnParameter(stack, 'Owner').valueAsString, { Ref: 'Owner' }],
  ])('as %s becomes a condition of both permissions', (_, owner, rendered) => {
    const condition = { StringEquals: { 's3:ResourceAccount': rendered } };
    const { allowed } = bound(stack => AsyncDestination.bucket(new s3.Bucket(stack, 'Bucket'), { expectedBucketOwner: owner(stack) }));

    expect(allowed).toEqual([allow('s3:ListBucket', BUCKET, condition), allow('s3:PutObject', OBJECTS, condition)]);
  });

  test.each([
    ['', '""'], ['11111111111', '"11111111111"'], ['1111111111111', '"1111111111111" (13 characters)'], ['11111111111a', '"11111111111a"'],
  ])('cannot be %p', (expectedBucketOwner, got) => {
    expect(errorOf(() => bound(stack => AsyncDestination.bucket(new s3.Bucket(stack, 'Bucket'), { expectedBucketOwner })))).toBe(
      `\`expectedBucketOwner\` must be 12 characters: digits, got: ${got} [Stack/Config]`,
    );
  });
});
