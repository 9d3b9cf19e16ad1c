import { type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/tenant-isolated-destination';
import { checked, of } from '../checked-apps';

test('TenantIsolatedDestination is found', () => {
  const found = checked(example.found);
  expect(of('TenantIsolatedDestination', found)).toEqual([
    {
      id: 'TenantIsolatedDestination',
      severity: 'warning',
      path: 'S/Fn/EventInvokeConfig/Resource',
      property: 'DestinationConfig.OnSuccess.Destination',
      value: 'S/Next',
      message: '`DestinationConfig.OnSuccess.Destination` must be a function without tenant isolation, got: S/Next. A function with tenant isolation must be invoked with a tenant id, and a destination passes none. Send to a queue or bus, and invoke the function with a tenant id from there.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a function without isolation', example.innocent],
  ])('%s', (_, build) => {
    expect(of('TenantIsolatedDestination', checked(build))).toEqual([]);
  });
});
