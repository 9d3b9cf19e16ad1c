import { aws_iam as iam, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/invoke-async-permission';
import { checked, executionRole, of } from '../checked-apps';

test('InvokeAsyncPermission is found', () => {
  const found = checked(example.found);
  expect(of('InvokeAsyncPermission', found)).toEqual([
    {
      id: 'InvokeAsyncPermission',
      severity: 'warning',
      path: 'S/Role/DefaultPolicy/Resource',
      property: 'PolicyDocument.Statement[0].Action',
      value: 'lambda:InvokeAsync',
      message: '`PolicyDocument.Statement[0].Action` must name `lambda:InvokeFunction` rather than `lambda:InvokeAsync`, got: lambda:InvokeAsync. No operation requires `lambda:InvokeAsync`: even the deprecated InvokeAsync requires `lambda:InvokeFunction`. Replace it with `lambda:InvokeFunction`, or remove it if that is allowed already.',
    },
  ]);
});

test.each<[string, (stack: Stack) => void]>([
  ['S/User/DefaultPolicy/Resource', stack => {
    new iam.User(stack, 'User').addToPolicy(new iam.PolicyStatement({ actions: ['lambda:InvokeAsync'], resources: ['*'] }));
  }],
  ['S/Group/Resource', stack => {
    const policies = [{ policyName: 'invoke', policyDocument: { Statement: { Effect: 'Allow', Action: 'lambda:InvokeAsync', Resource: '*' } } }];
    (new iam.Group(stack, 'Group').node.defaultChild as iam.CfnGroup).policies = policies;
  }],
  ['S/Managed/Resource', stack => {
    new iam.ManagedPolicy(stack, 'Managed', { statements: [new iam.PolicyStatement({ actions: ['lambda:InvokeAsync'], resources: ['*'] })] });
  }],
])('is found wherever the policy is: %s', (path, build) => {
  expect(of('InvokeAsyncPermission', checked(build)).map(finding => finding.path)).toEqual([path]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['what is asked for', example.innocent],
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
