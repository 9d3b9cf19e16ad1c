import { type Stack } from 'aws-cdk-lib';
import { functionIn } from '../../topology/synthesized';
import { checked, failuresOf, of } from '../checked-apps';

test('DestinationInOtherAccount is found', () => {
  const found = checked(stack => {
    failuresOf(functionIn(stack, 'Fn'), 'arn:aws:events:eu-west-1:210987654321:event-bus/central');
  });
  expect(of('DestinationInOtherAccount', found)).toEqual([
    {
      id: 'DestinationInOtherAccount',
      severity: 'warning',
      path: 'S/Config',
      property: 'DestinationConfig.OnFailure.Destination',
      value: 'arn:aws:events:eu-west-1:210987654321:event-bus/central in 210987654321',
      message: '`DestinationConfig.OnFailure.Destination` must be in the function\'s account, or let its execution role in by its own policy, got: arn:aws:events:eu-west-1:210987654321:event-bus/central in 210987654321. Lambda delivers only if the other account\'s resource policy (and key policy) names the execution role. Add the role to that policy, then acknowledge this warning.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['the same account', stack => {
      failuresOf(functionIn(stack, 'Fn'), 'arn:aws:events:eu-west-1:123456789012:event-bus/central');
    }],
    ['a bucket, whose ARN tells no account', stack => {
      failuresOf(functionIn(stack, 'Fn'), 'arn:aws:s3:::orders');
    }],
  ])('%s', (_, build) => {
    expect(of('DestinationInOtherAccount', checked(build))).toEqual([]);
  });
});
