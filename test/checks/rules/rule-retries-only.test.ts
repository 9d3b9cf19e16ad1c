import { type Stack } from 'aws-cdk-lib';
import { functionIn } from '../../topology/synthesized';
import { checked, invokedByRule, of } from '../checked-apps';

test('RuleRetriesOnly is found', () => {
  const found = checked(stack => {
    invokedByRule(functionIn(stack, 'Fn'), { retryAttempts: 0 });
  });
  expect(of('RuleRetriesOnly', found)).toEqual([
    {
      id: 'RuleRetriesOnly',
      severity: 'warning',
      path: 'S/Rule/Resource',
      property: 'Targets[0].RetryPolicy.MaximumRetryAttempts',
      value: '0 for S/Fn, which is retried 2 times',
      message: '`Targets[0].RetryPolicy.MaximumRetryAttempts` must not be the only retries that are switched off: the function\'s own go on, got: 0 for S/Fn, which is retried 2 times. They count until Lambda has accepted the event; a function that fails is then still tried twice more. Set `retryAttempts: 0` for the asynchronous invocation of the function, too: on the qualifier that is invoked.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a function that is not retried either', stack => {
      invokedByRule(functionIn(stack, 'Fn', { retryAttempts: 0 }), { retryAttempts: 0 });
    }],
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
