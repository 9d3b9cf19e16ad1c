import { COLLIDING } from './colliding-templates';
import { conditional, CONDITIONS, dangling } from './conditional-templates';
import { codedTogether, together } from './together';
import { arnOf, config, FN, sending } from '../checks/small-templates';
import { resource } from '../topology/templates';

const RESOURCES = {
  Role: resource('IAM::Role', { AssumeRolePolicyDocument: {} }),
  Report: resource('Lambda::Function', { Role: arnOf('Role') }),
  Nightly: resource('Events::Rule', { ScheduleExpression: 'rate(1 day)', Targets: [{ Id: 'a', Arn: arnOf('Report') }] }),
  Q: resource('SQS::Queue'),
  Config: config({ Ref: 'Report' }, { DestinationConfig: { OnFailure: { Destination: arnOf('Q') } } }),
};

describe.each(Object.entries(COLLIDING))('the fixes of %s', (_, resources) => {
  test('need no resource that a condition leaves out', () => {
    for (const id of Object.keys(resources)) {
      const { left, leftAlone, template } = together({ ...CONDITIONS, Resources: conditional(resources, id) });

      expect({ id, left, leftAlone, dangling: dangling(template) }).toEqual({ id, left: [], leftAlone: [], dangling: [] });
    }
  });

  test('mend the same as code, and need no more', () => {
    const template = { ...CONDITIONS, Resources: conditional(resources, Object.keys(resources)[0]) };
    const { left, added, template: after } = codedTogether(template);

    expect({ left, added, dangling: dangling(after) }).toEqual({ left: [], added: together(template).added, dangling: [] });
  });
});

test('a new resource has the condition of what needs it', () => {
  const { template: { Resources } } = together({ ...CONDITIONS, Resources: conditional(RESOURCES, 'Role') });

  expect(Object.entries(Resources).map(([id, { Condition, DependsOn }]: any) => [id, Condition, DependsOn])).toEqual([
    ['Role', 'IsProd', undefined],
    ['Report', 'IsProd', undefined],
    ['Nightly', 'IsProd', undefined],
    ['Q', undefined, undefined],
    ['Config', 'IsProd', ['RoleDeliveryPolicy']],
    ['RoleDeliveryPolicy', 'IsProd', undefined],
    ['NightlyPermission', 'IsProd', undefined],
    ['NightlyDeadLetters', 'IsProd', undefined],
    ['NightlyDeadLettersPolicy', 'IsProd', undefined],
  ]);
});

test('a statement for what may not exist is left out with it', () => {
  const { template: { Resources } } = together({ ...CONDITIONS, Resources: conditional(COLLIDING['three rules that send to one queue with a policy'], 'R1') });

  expect((Resources.Policy as any).Properties.PolicyDocument.Statement).toMatchObject([
    { Effect: 'Deny' }, { 'Fn::If': ['IsProd', { Effect: 'Allow' }, { Ref: 'AWS::NoValue' }] }, { Effect: 'Allow' }, { Effect: 'Allow' },
  ]);
});

test('has no fix if it takes two conditions', () => {
  const actions = { Topic: resource('SNS::Topic'), Alarm: resource('CloudWatch::Alarm', { Namespace: 'Shop', MetricName: 'Orders', AlarmActions: [{ Ref: 'Topic' }] }) };
  const unwatched = (Condition: string) => together({
    Conditions: { IsProd: { 'Fn::Equals': ['a', 'a'] }, IsOpen: { 'Fn::Equals': ['b', 'b'] } },
    Resources: {
      Fn: FN,
      ...under('IsProd', { Q: resource('SQS::Queue'), Config: sending(arnOf('Q')) }),
      ...under(Condition, actions),
    },
  }).fixed;

  expect([unwatched('IsProd'), unwatched('IsOpen')]).toEqual([['UnwatchedFailures at Q.QueueName'], []]);
});

function under(Condition: string, resources: Record<string, object>): Record<string, object> {
  return Object.fromEntries(Object.entries(resources).map(([id, each]) => [id, { ...each, Condition }]));
}
