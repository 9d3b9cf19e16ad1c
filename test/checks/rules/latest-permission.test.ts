import { type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/latest-permission';
import { functionIn } from '../../topology/synthesized';
import { checked, invokedByRule, liveAlias, of } from '../checked-apps';

test('LatestPermission is found', () => {
  const found = checked(example.found);
  expect(of('LatestPermission', found)).toEqual([
    {
      id: 'LatestPermission',
      severity: 'error',
      path: 'S/Events',
      property: 'FunctionName',
      value: 'S/Fn:$LATEST',
      message: '`FunctionName` must not name `$LATEST`, got: S/Fn:$LATEST. Lambda refuses it: "We currently do not support adding policies for $LATEST." Grant on the function itself, or on an alias or version.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['the function itself', example.innocent],
    ['an alias', stack => {
      invokedByRule(liveAlias(functionIn(stack, 'Fn')));
    }],
  ])('%s', (_, build) => {
    expect(of('LatestPermission', checked(build))).toEqual([]);
  });
});
