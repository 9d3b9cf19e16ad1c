import * as assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DescribeAlarmsCommand, type MetricAlarm } from '@aws-sdk/client-cloudwatch';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { EmulatedAccount } from './emulated-account';
import { OnCall } from '../examples/on-call/on-call';

let account: EmulatedAccount;
before(async () => {
  account = await EmulatedAccount.start();
});
after(() => account?.stop());

test('OnCall: the account has the alarms of the template, with their metrics and runbooks', async () => {
  await account.cli.succeed(app => new OnCall(app, 'OnCall'));

  // MiniStack keeps no composite alarms.
  const { MetricAlarms: alarms = [] } = await account.cloudWatch.send(new DescribeAlarmsCommand({}));
  const declared = Object.values(Template.fromStack(new OnCall(new App(), 'OnCall')).findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
  assert.deepEqual(alarms.map(summary).sort(), declared.map(summary).sort());
  assert.ok(alarms.length > 8);
  assert.ok(alarms.every(({ AlarmDescription = '' }) => /^[A-Z].*\n1\. /.test(AlarmDescription)));
});

function summary({ AlarmName, MetricName, Namespace, Threshold, Statistic }: MetricAlarm): string {
  return [AlarmName, Namespace, MetricName, Statistic, Threshold].join(' ');
}
