import { CfnCondition, CfnParameter, Fn, type Stack } from 'aws-cdk-lib';
import { findings } from '../../../lib/checks';
import { duplicateConfig } from '../../../lib/checks/rules/duplicate-config';
import * as example from '../../../pages/rules/examples/duplicate-config';
import { functionIn } from '../../topology/synthesized';
import { resources } from '../../topology/templates';
import { checked, configure, of } from '../checked-apps';
import { config, FN } from '../small-templates';

test('DuplicateConfig is found', () => {
  const found = checked(example.found);
  expect(of('DuplicateConfig', found)).toEqual([
    {
      id: 'DuplicateConfig',
      severity: 'error',
      path: 'S/Fn/EventInvokeConfig/Resource',
      property: 'FunctionName',
      value: 'S/Fn:$LATEST, which S/Config configures, too',
      message: '`FunctionName` must be configured once for each qualifier, got: S/Fn:$LATEST, which S/Config configures, too. Lambda keeps one config for each qualifier: the later one overwrites the earlier, and deleting either deletes both. Remove all but one.',
    },
  ]);
});

test('names `configureLatest` if an alias of ours configures `$LATEST`, too', () => {
  const at = (path: string) => config({ Ref: 'Fn' }, { MaximumRetryAttempts: 0 }, { Metadata: { 'aws:cdk:path': path } });
  const topology = resources({ Fn: FN, One: at('S/Fn/EventInvokeConfig/Resource'), Two: at('S/Live/LatestAsyncInvokeConfig/Resource') });
  expect(findings(topology, [duplicateConfig])).toMatchObject([{
    message: expect.stringMatching(/deletes both\. Set `configureLatest: false` on the `AsyncAlias` or `AsyncFunction`, or remove the other config\.$/),
  }]);
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
