import { Duration, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/durable-function-unqualified';
import { functionIn } from '../../topology/synthesized';
import { checked, invokedByRule, of } from '../checked-apps';

test('DurableFunctionUnqualified is found', () => {
  const found = checked(example.found);
  expect(of('DurableFunctionUnqualified', found)).toEqual([
    {
      id: 'DurableFunctionUnqualified',
      severity: 'error',
      path: 'S/Rule/Resource',
      property: 'Targets[0].Arn',
      value: 'S/Fn',
      message: '`Targets[0].Arn` must name a version, an alias or `$LATEST` of a durable function, got: S/Fn. Lambda refuses to invoke a durable function by its unqualified name or ARN. Use an alias or `currentVersion` of the function.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['an alias', example.innocent],
    ['an ordinary function', stack => {
      invokedByRule(functionIn(stack, 'Fn'));
    }],
    ['a rule that is switched off', stack => {
      invokedByRule(functionIn(stack, 'Fn', { durableConfig: { executionTimeout: Duration.hours(1) } }), {}, { enabled: false });
    }],
  ])('%s', (_, build) => {
    expect(of('DurableFunctionUnqualified', checked(build))).toEqual([]);
  });
});
