import { aws_lambda_destinations as destinations, aws_s3 as s3, type Stack } from 'aws-cdk-lib';
import { functionIn } from '../../topology/synthesized';
import { checked, of } from '../checked-apps';

test('BucketOnSuccess is found', () => {
  const found = checked(stack => {
    functionIn(stack, 'Fn', { onSuccess: new destinations.S3Destination(new s3.Bucket(stack, 'Bucket')) });
  });
  expect(of('BucketOnSuccess', found)).toEqual([
    {
      id: 'BucketOnSuccess',
      severity: 'error',
      path: 'S/Fn/EventInvokeConfig/Resource',
      property: 'DestinationConfig.OnSuccess.Destination',
      value: 'S/Bucket',
      message: '`DestinationConfig.OnSuccess.Destination` must be a queue, topic, event bus or function, got: S/Bucket. Lambda stores only records of failures in buckets and refuses the config: the deployment fails. Use the bucket as `onFailure`, or a function that writes the record to it.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a bucket for failures', stack => {
      functionIn(stack, 'Fn', { onFailure: new destinations.S3Destination(new s3.Bucket(stack, 'Bucket')) });
    }],
  ])('%s', (_, build) => {
    expect(of('BucketOnSuccess', checked(build))).toEqual([]);
  });
});
