import { type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/bucket-on-success';
import { checked, of } from '../checked-apps';

test('BucketOnSuccess is found', () => {
  const found = checked(example.found);
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
    ['a bucket for failures', example.innocent],
  ])('%s', (_, build) => {
    expect(of('BucketOnSuccess', checked(build))).toEqual([]);
  });
});
