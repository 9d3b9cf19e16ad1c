import { Duration, type Stack } from 'aws-cdk-lib';
import { functionIn } from '../../topology/synthesized';
import { checked, invokedByRule, liveAlias, of } from '../checked-apps';

test('DurableFunctionUnqualified is found', () => {
  const found = checked(stack => {
    invokedByRule(functionIn(stack, 'Fn', { durableConfig: { executionTimeout: Duration.hours(1) } }));
  });
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
    ['an alias', stack => {
      invokedByRule(liveAlias(functionIn(stack, 'Fn', { durableConfig: { executionTimeout: Duration.hours(1) } })));
    }],
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
