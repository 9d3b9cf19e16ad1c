import { aws_events as events, aws_iam as iam, aws_s3 as s3, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/invoke-permission-for-other-qualifier';
import { functionIn } from '../../topology/synthesized';
import { checked, invokedByRule, liveAlias, of } from '../checked-apps';

test('InvokePermissionForOtherQualifier is found', () => {
  const found = checked(example.found);
  expect(of('InvokePermissionForOtherQualifier', found)).toEqual([
    {
      id: 'InvokePermissionForOtherQualifier',
      severity: 'warning',
      path: 'S/Fn/Events',
      property: 'FunctionName',
      value: 'S/Fn, while S/Rule invokes S/Fn:live',
      message: '`FunctionName` must name the qualifier that is invoked, got: S/Fn, while S/Rule invokes S/Fn:live. A permission applies only to the function, alias or version that it is put on: the invocation is refused, and the event never reaches the function. Put the permission on exactly what is invoked: with `alias.addPermission` on an alias, with `fn.addPermission` on the function.',
    },
  ]);
});

test('finds a source by its name', () => {
  const found = checked(stack => {
    const fn = functionIn(stack, 'Fn');
    const lambdaConfigurations = [{ event: 's3:ObjectCreated:*', function: liveAlias(fn).functionArn }];
    new s3.CfnBucket(stack, 'Bucket', { bucketName: 'uploads', notificationConfiguration: { lambdaConfigurations } });
    fn.addPermission('Uploads', { principal: new iam.ServicePrincipal('s3.amazonaws.com'), sourceArn: 'arn:aws:s3:::uploads' });
  });
  expect(of('InvokePermissionForOtherQualifier', found).map(({ value }) => value)).toEqual(['S/Fn, while S/Bucket invokes S/Fn:live']);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a permission on what is invoked', example.innocent],
    ['the grant of aws-cdk-lib', stack => {
      invokedByRule(liveAlias(functionIn(stack, 'Fn')));
    }],
    ['a permission on both', stack => {
      const fn = functionIn(stack, 'Fn');
      const rule = invokedByRule(liveAlias(fn));
      fn.addPermission('Events', { principal: new iam.ServicePrincipal('events.amazonaws.com'), sourceArn: rule.ruleArn });
    }],
    ['a permission for another rule', stack => {
      const fn = functionIn(stack, 'Fn');
      new events.CfnRule(stack, 'Foreign', { eventPattern: { source: ['shop'] }, targets: [{ arn: liveAlias(fn).functionArn, id: 'Live' }] });
      invokedByRule(fn);
    }],
  ])('%s', (_, build) => {
    expect(of('InvokePermissionForOtherQualifier', checked(build))).toEqual([]);
  });
});
