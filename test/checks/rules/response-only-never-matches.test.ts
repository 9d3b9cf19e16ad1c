import { aws_lambda_destinations as destinations, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/response-only-never-matches';
import { functionIn } from '../../topology/synthesized';
import { checked, invokedByRule, liveAlias, of } from '../checked-apps';

test('ResponseOnlyNeverMatches is found', () => {
  const found = checked(example.found);
  expect(of('ResponseOnlyNeverMatches', found)).toEqual([
    {
      id: 'ResponseOnlyNeverMatches',
      severity: 'warning',
      path: 'S/Live/EventInvokeConfig/Resource',
      property: 'DestinationConfig.OnSuccess.Destination',
      value: 'arn:aws:events:eu-west-1:123456789012:event-bus/default, from which S/Live/EventInvokeConfig/Success takes records of $LATEST only',
      message: '`DestinationConfig.OnSuccess.Destination` must not be a `LambdaDestination` with `responseOnly` on an alias or version, got: arn:aws:events:eu-west-1:123456789012:event-bus/default, from which S/Live/EventInvokeConfig/Success takes records of $LATEST only. Its rule matches only records of `$LATEST`, so no response arrives. Use `AsyncDestination.function(fn, { responseOnly: true })`.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['`responseOnly` on the function', example.innocent],
    ['the whole record to an alias', stack => {
      liveAlias(functionIn(stack, 'Fn'), { onSuccess: new destinations.LambdaDestination(functionIn(stack, 'Next')) });
    }],
    ['a rule for every record', stack => {
      liveAlias(functionIn(stack, 'Fn'), { onSuccess: new destinations.EventBridgeDestination() });
      invokedByRule(functionIn(stack, 'Next'), {}, { eventPattern: { source: ['lambda'] } });
    }],
  ])('%s', (_, build) => {
    expect(of('ResponseOnlyNeverMatches', checked(build))).toEqual([]);
  });
});
