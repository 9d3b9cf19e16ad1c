import { type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/alias-of-latest';
import { checked, of } from '../checked-apps';

test('AliasOfLatest is found', () => {
  const found = checked(example.found);
  expect(of('AliasOfLatest', found)).toEqual([
    {
      id: 'AliasOfLatest',
      severity: 'warning',
      path: 'S/Live/Resource',
      property: 'FunctionVersion',
      value: '$LATEST',
      message: '`FunctionVersion` must be a published version, got: $LATEST. Lambda accepts `$LATEST` for an alias without weights, but the alias then changes with every change of the code, and you cannot roll it back. Use `currentVersion` of the function, or acknowledge this warning.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a published version', example.innocent],
  ])('%s', (_, build) => {
    expect(of('AliasOfLatest', checked(build))).toEqual([]);
  });
});
