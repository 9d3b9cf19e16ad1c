import { CfnCondition, Duration, Fn, type CfnResource, type Stack } from 'aws-cdk-lib';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as targets from 'aws-cdk-lib/aws-scheduler-targets';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { AsyncDestination, AsyncInvokeAlarms, AsyncInvokeConfig, AsyncInvokeDashboard } from '../../../lib';
import { brokenReferences, existing } from '../broken-references';
import { agnosticStack, fn, resources } from '../fixture';

function only(stack: Stack, where: string, ...constructs: IConstruct[]): void {
  const condition = new CfnCondition(stack, where, { expression: Fn.conditionEquals('a', where) });
  constructs.forEach(({ node }) => {
    (node.defaultChild as CfnResource).cfnOptions.condition = condition;
  });
}

test('alarms, composite and dashboard exist where the function does', () => {
  const stack = agnosticStack();
  const orders = fn(stack, 'Orders');
  const alarms = new AsyncInvokeAlarms(stack, 'Alarms', { function: orders, composite: {} });
  new AsyncInvokeDashboard(stack, 'Dashboard', { alarms: [alarms] });
  only(stack, 'IsProd', orders);
  expect(brokenReferences(stack)).toEqual([]);
  expect(existing(stack)).toEqual(['AWS::IAM::Role OrdersServiceRole']);
  expect(existing(stack, 'IsProd')).toEqual(expect.arrayContaining(['AWS::CloudWatch::CompositeAlarm AlarmsCritical', 'AWS::CloudWatch::Dashboard Dashboard']));
});

test('the composite alarm takes an alarm for quiet that does not exist', () => {
  const stack = agnosticStack();
  const orders = fn(stack, 'Orders');
  const queue = new sqs.Queue(stack, 'Failed');
  new AsyncInvokeConfig(stack, 'Config', { function: orders, onFailure: AsyncDestination.queue(queue) });
  new AsyncInvokeAlarms(stack, 'Alarms', { function: orders, composite: {}, deliveryFailed: { enabled: false }, loopStopped: { enabled: false } });
  only(stack, 'HasQueue', queue);
  expect(brokenReferences(stack)).toEqual([]);
  const [{ Properties }] = Object.values(resources(stack, 'AWS::CloudWatch::CompositeAlarm'));
  const named = (id: RegExp) => ({ 'Fn::Join': ['', ['ALARM("', { 'Fn::GetAtt': [expect.stringMatching(id), 'Arn'] }, '")']] });
  expect(Properties.AlarmRule).toEqual({
    'Fn::Join': ['', [
      'ALARM("', { 'Fn::GetAtt': [expect.stringMatching(/^AlarmsBacklogCritical/), 'Arn'] }, '") OR ',
      { 'Fn::If': ['HasQueue', named(/^AlarmsFailureQueueExpiring/), 'FALSE'] },
    ]],
  });
});

test('the alarm of a group of schedules exists where one of them does', () => {
  const stack = agnosticStack();
  const orders = fn(stack, 'Orders');
  const [daily, weekly] = [1, 7].map(days => new scheduler.Schedule(stack, `Every${days}`, {
    schedule: scheduler.ScheduleExpression.rate(Duration.days(days)), target: new targets.LambdaInvoke(orders),
  }));
  new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
  only(stack, 'IsDaily', daily);
  only(stack, 'IsWeekly', weekly);
  const alarm = 'AWS::CloudWatch::Alarm AlarmsSenderFailedStackEvery1';
  expect([[], ['IsDaily'], ['IsWeekly']].map(conditions => existing(stack, ...conditions).includes(alarm))).toEqual([false, true, true]);
});
