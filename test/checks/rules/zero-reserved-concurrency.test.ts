import { type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/zero-reserved-concurrency';
import { functionIn } from '../../topology/synthesized';
import { checked, invokedByRule, of } from '../checked-apps';

test('ZeroReservedConcurrency is found', () => {
  const found = checked(example.found);
  expect(of('ZeroReservedConcurrency', found)).toEqual([
    {
      id: 'ZeroReservedConcurrency',
      severity: 'warning',
      path: 'S/Fn/Resource',
      property: 'ReservedConcurrentExecutions',
      value: '0 for what S/Rule invokes',
      message: '`ReservedConcurrentExecutions` must not be 0 for a function that is invoked asynchronously, got: 0 for what S/Rule invokes. Lambda accepts each event but never runs the function: the event goes to the failure destination, or is lost. Raise `reservedConcurrentExecutions`, or acknowledge this warning if the function is switched off on purpose.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['one', example.innocent],
    ['a function that is not invoked asynchronously', stack => {
      functionIn(stack, 'Fn', { reservedConcurrentExecutions: 0 });
    }],
    ['a rule that is switched off, too', stack => {
      invokedByRule(functionIn(stack, 'Fn', { reservedConcurrentExecutions: 0 }), {}, { enabled: false });
    }],
  ])('%s', (_, build) => {
    expect(of('ZeroReservedConcurrency', checked(build))).toEqual([]);
  });
});
