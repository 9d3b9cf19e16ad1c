import { CfnCondition, CfnParameter, Fn, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/duplicate-config';
import { functionIn } from '../../topology/synthesized';
import { checked, configure, of } from '../checked-apps';

test('DuplicateConfig is found', () => {
  const found = checked(example.found);
  expect(of('DuplicateConfig', found)).toEqual([
    {
      id: 'DuplicateConfig',
      severity: 'error',
      path: 'S/Fn/EventInvokeConfig/Resource',
      property: 'FunctionName',
      value: 'S/Fn:$LATEST, which S/Config configures, too',
      message: '`FunctionName` must be configured once for each qualifier, got: S/Fn:$LATEST, which S/Config configures, too. Lambda keeps one config for each qualifier: the later one overwrites the earlier, and deleting either deletes both. Remove all but one; an `AsyncAlias` leaves `$LATEST` alone with `configureLatest: false`.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['two qualifiers', example.innocent],
    ['one of two under a condition', stack => {
      const fn = functionIn(stack, 'Fn', { retryAttempts: 0 });
      const expression = Fn.conditionEquals(new CfnParameter(stack, 'Stage').valueAsString, 'prod');
      configure(fn, 'Config', { maximumRetryAttempts: 1 }).cfnOptions.condition = new CfnCondition(stack, 'Prod', { expression });
    }],
  ])('%s', (_, build) => {
    expect(of('DuplicateConfig', checked(build))).toEqual([]);
  });
});
