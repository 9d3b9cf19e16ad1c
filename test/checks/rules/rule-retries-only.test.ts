import { type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/rule-retries-only';
import { functionIn } from '../../topology/synthesized';
import { checked, invokedByRule, of } from '../checked-apps';

test('RuleRetriesOnly is found', () => {
  const found = checked(example.found);
  expect(of('RuleRetriesOnly', found)).toEqual([
    {
      id: 'RuleRetriesOnly',
      severity: 'warning',
      path: 'S/Rule/Resource',
      property: 'Targets[0].RetryPolicy.MaximumRetryAttempts',
      value: '0 for S/Fn, which is retried 2 times',
      message: '`Targets[0].RetryPolicy.MaximumRetryAttempts` must not be 0 while Lambda still retries the function, got: 0 for S/Fn, which is retried 2 times. These retries end when Lambda accepts the event; Lambda then retries a function that fails up to 2 times. Also set `retryAttempts: 0` in the event invoke config of the qualifier that is invoked.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a function that is not retried either', example.innocent],
    ['a function whose retries are wanted', stack => {
      invokedByRule(functionIn(stack, 'Fn', { retryAttempts: 2 }), { retryAttempts: 0 });
    }],
    ['a rule that retries', stack => {
      invokedByRule(functionIn(stack, 'Fn'), { retryAttempts: 1 });
    }],
    ['a rule that is switched off', stack => {
      invokedByRule(functionIn(stack, 'Fn'), { retryAttempts: 0 }, { enabled: false });
    }],
  ])('%s', (_, build) => {
    expect(of('RuleRetriesOnly', checked(build))).toEqual([]);
  });
});
