import { CfnParameter, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/destination-in-other-region';
import { functionIn } from '../../topology/synthesized';
import { checked, failuresOf, of } from '../checked-apps';

test('DestinationInOtherRegion is found', () => {
  const found = checked(example.found);
  expect(of('DestinationInOtherRegion', found)).toEqual([
    {
      id: 'DestinationInOtherRegion',
      severity: 'error',
      path: 'S/Config',
      property: 'DestinationConfig.OnFailure.Destination',
      value: 'arn:aws:sqs:us-east-1:123456789012:orders in us-east-1',
      message: '`DestinationConfig.OnFailure.Destination` must be in the function\'s Region and partition, got: arn:aws:sqs:us-east-1:123456789012:orders in us-east-1. Lambda refuses destinations in other Regions: the deployment fails. Use a destination of the same Region; an event bus can forward to another Region of the partition.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['the same Region', example.innocent],
    ['a Region that only the deployment knows', stack => {
      failuresOf(functionIn(stack, 'Fn'), `arn:aws:sqs:${new CfnParameter(stack, 'Home').valueAsString}:123456789012:orders`);
    }],
    ['a bucket, whose ARN has none', stack => {
      failuresOf(functionIn(stack, 'Fn'), 'arn:aws:s3:::orders');
    }],
  ])('%s', (_, build) => {
    expect(of('DestinationInOtherRegion', checked(build))).toEqual([]);
  });
});
