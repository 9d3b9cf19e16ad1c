import { type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/self-destination';
import { functionIn } from '../../topology/synthesized';
import { checked, failuresOf, of } from '../checked-apps';

test('SelfDestination is found', () => {
  const found = checked(example.found);
  expect(of('SelfDestination', found)).toEqual([
    {
      id: 'SelfDestination',
      severity: 'error',
      path: 'S/Config',
      property: 'DestinationConfig.OnSuccess.Destination',
      value: 'S/Fn:live',
      message: '`DestinationConfig.OnSuccess.Destination` must be another function than the one that is configured, whatever the qualifier, got: S/Fn:live. Lambda refuses it: "You can\'t specify the function as a destination for itself." Use another function, or a queue that the function reads.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['another function', example.innocent],
    ['a function of the same name in another Region', stack => {
      failuresOf(functionIn(stack, 'Fn', { functionName: 'orders' }), 'arn:aws:lambda:us-east-1:123456789012:function:orders');
    }],
  ])('%s', (_, build) => {
    expect(of('SelfDestination', checked(build))).toEqual([]);
  });
});
