import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AsyncInvokeAlarms } from '../../../lib';
import { fn } from '../fixture';

test('a rule that gets its dead-letter queue after the alarms is watched by the metric of that queue alone', () => {
  const stack = new Stack(new App(), 'Stack');
  const orders = fn(stack);
  const rule = new events.CfnRule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [{ id: 'a', arn: orders.functionArn }] });
  new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
  rule.targets = [{ id: 'a', arn: orders.functionArn, deadLetterConfig: { arn: new sqs.Queue(stack, 'Undelivered').queueArn } }];

  const metrics = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties.MetricName);
  expect(metrics).toContain('InvocationsFailedToBeSentToDlq');
  expect(metrics).not.toContain('FailedInvocations');
});
