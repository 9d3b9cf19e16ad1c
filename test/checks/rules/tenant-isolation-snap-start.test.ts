import { CfnParameter, aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/tenant-isolation-snap-start';
import { functionIn } from '../../topology/synthesized';
import { checked, of } from '../checked-apps';

test('TenantIsolationSnapStart is found', () => {
  const found = checked(example.found);
  expect(of('TenantIsolationSnapStart', found)).toEqual([
    {
      id: 'TenantIsolationSnapStart',
      severity: 'error',
      path: 'S/Fn/Resource',
      property: 'SnapStart.ApplyOn',
      value: 'PublishedVersions beside PER_TENANT',
      message: '`SnapStart.ApplyOn` must be left out for a function with tenant isolation, got: PublishedVersions beside PER_TENANT. Lambda does not combine SnapStart with tenant isolation: the deployment fails. Leave out `snapStart`, or `tenancyConfig`.',
    },
  ]);
});

describe('innocent', () => {
  const snapStart = (applyOn: string, isolated: boolean) => (stack: Stack) => {
    const fn = functionIn(stack, 'Fn', isolated ? { tenancyConfig: lambda.TenancyConfig.PER_TENANT } : {});
    (fn.node.defaultChild as lambda.CfnFunction).snapStart = { applyOn };
  };

  test.each<[string, (stack: Stack) => void]>([
    ['SnapStart that is switched off', example.innocent],
    ['SnapStart alone', snapStart('PublishedVersions', false)],
    ['a parameter that may switch it off', stack => snapStart(new CfnParameter(stack, 'SnapStart').valueAsString, true)(stack)],
  ])('%s', (_, build) => {
    expect(of('TenantIsolationSnapStart', checked(build))).toEqual([]);
  });
});
