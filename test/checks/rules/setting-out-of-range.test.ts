import { CfnParameter, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/setting-out-of-range';
import { functionIn } from '../../topology/synthesized';
import { checked, configure, of } from '../checked-apps';

test('SettingOutOfRange is found', () => {
  const found = checked(example.found);
  expect(of('SettingOutOfRange', found)).toEqual([
    {
      id: 'SettingOutOfRange',
      severity: 'error',
      path: 'S/Config',
      property: 'MaximumRetryAttempts',
      value: '3',
      message: '`MaximumRetryAttempts` must be an integer between 0 and 2, got: 3. Lambda refuses other values: the deployment fails. Leave it out for the default, or retry failed events from their destination.',
    },
    {
      id: 'SettingOutOfRange',
      severity: 'error',
      path: 'S/Config',
      property: 'MaximumEventAgeInSeconds',
      value: '21601',
      message: '`MaximumEventAgeInSeconds` must be an integer between 60 and 21600 seconds, got: 21601. Lambda refuses other values: the deployment fails. Leave it out for the default, which is the longest, or give a number of seconds within the range.',
    },
  ]);
});

test('finds the default of a parameter, and does not also call the age too short', () => {
  const found = checked(stack => {
    const age = new CfnParameter(stack, 'Age', { type: 'Number', default: 59 });
    configure(functionIn(stack, 'Fn'), 'Config', { maximumEventAgeInSeconds: age.valueAsNumber });
  });
  expect(found.map(({ id, value }) => [id, value])).toEqual([['SettingOutOfRange', '59']]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['the least', stack => configure(functionIn(stack, 'Fn'), 'Config', { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 })],
    ['the most', example.innocent],
    ['what only the deployment knows', stack => configure(functionIn(stack, 'Fn'), 'Config', {
      maximumRetryAttempts: new CfnParameter(stack, 'Retries', { type: 'Number' }).valueAsNumber,
    })],
  ])('%s', (_, build) => {
    expect(of('SettingOutOfRange', checked(build))).toEqual([]);
  });
});
