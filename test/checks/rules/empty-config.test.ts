import { CfnParameter, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/empty-config';
import { functionIn } from '../../topology/synthesized';
import { checked, configure, failuresOf, of } from '../checked-apps';

test('EmptyConfig is found', () => {
  const found = checked(example.found);
  expect(of('EmptyConfig', found)).toEqual([
    {
      id: 'EmptyConfig',
      severity: 'error',
      path: 'S/Config/Resource',
      property: 'Properties',
      value: 'none of them',
      message: '`Properties` must have at least one of `maxEventAge`, `retryAttempts`, `onFailure` and `onSuccess`, got: none of them. Lambda refuses a config without any setting: "You must specify at least one of error handling or destination setting." Give the setting that you want, or leave the config out.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a single setting', example.innocent],
    ['a destination that is declined', stack => {
      failuresOf(functionIn(stack, 'Fn'), '');
    }],
    ['a setting that only the deployment knows', stack => {
      const retries = new CfnParameter(stack, 'Retries', { type: 'Number' });
      configure(functionIn(stack, 'Fn'), 'Config', { maximumRetryAttempts: retries.valueAsNumber });
    }],
  ])('%s', (_, build) => {
    expect(of('EmptyConfig', checked(build))).toEqual([]);
  });
});
