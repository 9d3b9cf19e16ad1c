import { CfnParameter, Duration, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/event-age-too-short-for-retries';
import { functionIn } from '../../topology/synthesized';
import { checked, configure, of } from '../checked-apps';

test('EventAgeTooShortForRetries is found', () => {
  const found = checked(example.found);
  expect(of('EventAgeTooShortForRetries', found)).toEqual([
    {
      id: 'EventAgeTooShortForRetries',
      severity: 'warning',
      path: 'S/Fn/EventInvokeConfig/Resource',
      property: 'MaximumEventAgeInSeconds',
      value: '90 seconds for 2 retries of which 1 can happen',
      message: '`MaximumEventAgeInSeconds` must leave time for the retries, got: 90 seconds for 2 retries of which 1 can happen. Lambda waits 60 seconds before the first retry and 120 before the second, and gives up an event that would be too old by then. Raise `maxEventAge`, or lower `retryAttempts` to the number of retries that fit.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['an age that leaves time for both', example.innocent],
    ['no retries', stack => {
      functionIn(stack, 'Fn', { retryAttempts: 0, maxEventAge: Duration.seconds(60) });
    }],
    ['retries that only the deployment knows', stack => {
      const maximumRetryAttempts = new CfnParameter(stack, 'Retries', { type: 'Number' }).valueAsNumber;
      configure(functionIn(stack, 'Fn'), 'Config', { maximumRetryAttempts, maximumEventAgeInSeconds: 60 });
    }],
  ])('%s', (_, build) => {
    expect(of('EventAgeTooShortForRetries', checked(build))).toEqual([]);
  });
});
