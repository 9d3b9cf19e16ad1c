import { Duration, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/durable-function-destination';
import { functionIn } from '../../topology/synthesized';
import { checked, of } from '../checked-apps';

test('DurableFunctionDestination is found', () => {
  const found = checked(example.found);
  expect(of('DurableFunctionDestination', found)).toEqual([
    {
      id: 'DurableFunctionDestination',
      severity: 'error',
      path: 'S/Fn/EventInvokeConfig/Resource',
      property: 'DestinationConfig.OnFailure.Destination',
      value: 'S/Queue',
      message: '`DestinationConfig.OnFailure.Destination` must be left out for a durable function, got: S/Queue. Durable functions support a dead-letter queue, but no destinations. Leave the destination out, and set `deadLetterQueue` on the function instead.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a dead-letter queue', example.innocent],
    ['a config without destinations', stack => {
      functionIn(stack, 'Fn', { durableConfig: { executionTimeout: Duration.hours(1) }, retryAttempts: 0 });
    }],
  ])('%s', (_, build) => {
    expect(of('DurableFunctionDestination', checked(build))).toEqual([]);
  });
});
