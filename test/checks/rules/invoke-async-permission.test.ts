import { aws_iam as iam, type Stack } from 'aws-cdk-lib';
import { functionIn } from '../../topology/synthesized';
import { checked, executionRole, of } from '../checked-apps';

test('InvokeAsyncPermission is found', () => {
  const found = checked(stack => {
    executionRole(stack).addToPolicy(new iam.PolicyStatement({ actions: ['lambda:InvokeAsync'], resources: ['*'] }));
  });
  expect(of('InvokeAsyncPermission', found)).toEqual([
    {
      id: 'InvokeAsyncPermission',
      severity: 'warning',
      path: 'S/Role/DefaultPolicy/Resource',
      property: 'PolicyDocument.Statement[0].Action',
      value: 'lambda:InvokeAsync',
      message: '`PolicyDocument.Statement[0].Action` must name `lambda:InvokeFunction` rather than `lambda:InvokeAsync`, got: lambda:InvokeAsync. Nothing asks for `lambda:InvokeAsync`: even the deprecated InvokeAsync is refused without `lambda:InvokeFunction`. Write `lambda:InvokeFunction` in its place, or leave it out where that is allowed already.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['what is asked for', stack => {
      functionIn(stack, 'Fn').grantInvoke(executionRole(stack));
    }],
    ['a denial', stack => {
      executionRole(stack).addToPolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['lambda:InvokeAsync'], resources: ['*'] }));
    }],
    ['a wildcard', stack => {
      executionRole(stack).addToPolicy(new iam.PolicyStatement({ actions: ['lambda:Invoke*'], resources: ['*'] }));
    }],
  ])('%s', (_, build) => {
    expect(of('InvokeAsyncPermission', checked(build))).toEqual([]);
  });
});
