import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/unowned-qualifier-config';
import { functionIn } from '../../topology/synthesized';
import { checked, configure, invokedByRule, of } from '../checked-apps';

test('UnownedQualifierConfig is found', () => {
  const found = checked(example.found);
  expect(of('UnownedQualifierConfig', found)).toEqual([
    {
      id: 'UnownedQualifierConfig',
      severity: 'warning',
      path: 'S/Config',
      property: 'Qualifier',
      value: '7',
      message: '`Qualifier` must be `$LATEST`, an alias, or a version that the app declares, got: 7. The config applies only to that version: the next published version has Lambda\'s defaults. Configure an alias: it keeps its config when it moves to another version.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a version by its construct', example.innocent],
    ['a version that is invoked by its number', stack => {
      const fn = functionIn(stack, 'Fn');
      configure(fn, 'Config', { qualifier: '7', maximumRetryAttempts: 0 });
      invokedByRule(lambda.Version.fromVersionAttributes(stack, 'Proven', { lambda: fn, version: '7' }));
    }],
    ['an imported function, whose callers are elsewhere', stack => {
      configure(lambda.Function.fromFunctionName(stack, 'Fn', 'orders'), 'Config', { qualifier: '7', maximumRetryAttempts: 0 });
    }],
  ])('%s', (_, build) => {
    expect(of('UnownedQualifierConfig', checked(build))).toEqual([]);
  });
});
