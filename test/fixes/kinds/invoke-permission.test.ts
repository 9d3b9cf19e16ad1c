import { FixContext } from '../../../lib/fixes/fix-context';
import { invokePermission } from '../../../lib/fixes/kinds/invoke-permission';
import { arnOf, FN } from '../../checks/small-templates';
import { resource, resources } from '../../topology/templates';

function fixIn(declared: Record<string, unknown>, logicalId: string, property: string) {
  const context = new FixContext(resources(declared), key => declared[key.slice('S.'.length)]);
  return invokePermission({ id: 'InvokePermissionMissing', key: `S.${logicalId}`, stack: 'S', property, value: '' }, context);
}

const rule = (Arn: unknown, rest: object = {}) => resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'a', Arn, ...rest }] });
const LIVE = resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' });

test('a rule gets a permission on exactly what it invokes', () => {
  expect(fixIn({ Fn: FN, Live: LIVE, Rule: rule({ Ref: 'Live' }) }, 'Rule', 'Targets[0].Arn')).toEqual({
    summary: 'Let events.amazonaws.com invoke it.',
    changes: [{
      kind: 'add',
      stack: 'S',
      logicalId: 'RulePermission',
      resource: {
        Type: 'AWS::Lambda::Permission',
        Properties: { FunctionName: { Ref: 'Live' }, Action: 'lambda:InvokeFunction', Principal: 'events.amazonaws.com', SourceArn: arnOf('Rule') },
      },
    }],
  });
});

test('a subscription names its topic', () => {
  expect(fixIn({
    Fn: FN, Topic: resource('SNS::Topic'), Sub: resource('SNS::Subscription', { Protocol: 'lambda', Endpoint: arnOf('Fn'), TopicArn: { Ref: 'Topic' } }),
  }, 'Sub', 'Endpoint')?.changes).toMatchObject([{ resource: { Properties: { Principal: 'sns.amazonaws.com', SourceArn: { Ref: 'Topic' } } } }]);
});

test('a bucket waits for its permission, which names the account', () => {
  expect(fixIn({
    Fn: FN, Bucket: resource('S3::Bucket', { NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: arnOf('Fn') }] } }),
  }, 'Bucket', 'NotificationConfiguration.LambdaConfigurations[0].Function')?.changes).toMatchObject([
    { logicalId: 'BucketPermission', resource: { Properties: { Principal: 's3.amazonaws.com', SourceAccount: { Ref: 'AWS::AccountId' } } } },
    { kind: 'wait', resource: 'S.Bucket', logicalId: 'BucketPermission' },
  ]);
});

test('a schedule gets a policy for its role', () => {
  const schedule = (Arn: unknown) => ({
    Fn: FN, Live: LIVE, Role: resource('IAM::Role'), Schedule: resource('Scheduler::Schedule', { ScheduleExpression: 'rate(1 hour)', Target: { Arn, RoleArn: arnOf('Role') } }),
  });

  expect(fixIn(schedule(arnOf('Fn')), 'Schedule', 'Target.Arn')).toMatchObject({
    summary: 'Allow the role `lambda:InvokeFunction`.',
    changes: [{ logicalId: 'RoleInvokePolicy', resource: { Properties: { PolicyDocument: { Statement: [{ Resource: arnOf('Fn') }] }, Roles: [{ Ref: 'Role' }] } } }],
  });
  expect(fixIn(schedule({ Ref: 'Live' }), 'Schedule', 'Target.Arn')?.changes)
    .toMatchObject([{ resource: { Properties: { PolicyDocument: { Statement: [{ Resource: { 'Fn::Join': ['', [arnOf('Fn'), ':*']] } }] } } } }]);
});

test.each<[string, Record<string, unknown>]>([
  ['the role is not of the app', { Fn: FN, Schedule: resource('Scheduler::Schedule', { Target: { Arn: arnOf('Fn'), RoleArn: 'arn:aws:iam::123456789012:role/x' } }) }],
  ['nothing is invoked there', { Fn: FN, Schedule: resource('Scheduler::Schedule', { Target: { Arn: 'arn:aws:sqs:eu-west-1:123456789012:q' } }) }],
])('is not certain if %s', (_, declared) => {
  expect(fixIn(declared, 'Schedule', 'Target.Arn')).toBeUndefined();
});
