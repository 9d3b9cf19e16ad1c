import { aws_cloudwatch as cloudwatch, aws_cloudwatch_actions as actions, aws_sns as sns } from 'aws-cdk-lib';
import { literal } from '../../../lib/topology/values/value';
import { functionIn, stackOf } from '../synthesized';

const metric = new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Orders' });

test('reads how an alarm compares', () => {
  const [alarm] = stackOf(stack => {
    new cloudwatch.CfnAlarm(stack, 'Alarm', {
      alarmName: 'orders',
      namespace: 'Shop',
      metricName: 'Orders',
      statistic: 'Sum',
      period: 60,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      threshold: 0.5,
      comparisonOperator: 'LessThanThreshold',
      treatMissingData: 'breaching',
      evaluateLowSampleCountPercentile: 'ignore',
    });
  }).alarms.values();
  expect(alarm).toMatchObject({
    kind: 'metric',
    path: 'S/Alarm',
    name: literal('orders'),
    comparison: literal('LessThanThreshold'),
    threshold: literal(0.5),
    evaluationPeriods: literal(3),
    datapointsToAlarm: literal(2),
    missingData: literal('breaching'),
    lowSampleCount: literal('ignore'),
    metrics: [{ statistic: literal('Sum'), period: literal(60) }],
    expressions: [],
  });
  expect(alarm).toMatchObject({ thresholdMetric: undefined, alarmActions: [], okActions: [], insufficientDataActions: [] });
});

test('reads the actions of each state', () => {
  const [alarm] = stackOf(stack => {
    const declared = new cloudwatch.Alarm(stack, 'Alarm', { metric, threshold: 1, evaluationPeriods: 1, actionsEnabled: false });
    declared.addAlarmAction(new actions.SnsAction(new sns.Topic(stack, 'Topic')));
    declared.addOkAction(new actions.LambdaAction(functionIn(stack, 'Fn')));
    declared.addInsufficientDataAction(new actions.Ec2Action(actions.Ec2InstanceAction.STOP));
  }).alarms.values();
  expect(alarm).toMatchObject({
    actionsEnabled: literal(false),
    alarmActions: [{ kind: 'topic' }],
    okActions: [{ kind: 'function' }],
    insufficientDataActions: [{ kind: 'other', service: 'automate' }],
  });
});

test('reads the rule of a composite alarm, with references to alarms', () => {
  const { alarms } = stackOf(stack => {
    const inner = new cloudwatch.Alarm(stack, 'Alarm', { metric, threshold: 1, evaluationPeriods: 1 });
    new cloudwatch.CompositeAlarm(stack, 'Any', { compositeAlarmName: 'any', alarmRule: cloudwatch.AlarmRule.fromAlarm(inner, cloudwatch.AlarmState.ALARM) })
      .addAlarmAction(new actions.SnsAction(new sns.Topic(stack, 'Topic')));
  });
  const [alarm, composite] = alarms.values();
  expect(composite).toMatchObject({
    kind: 'composite',
    path: 'S/Any/Resource',
    name: literal('any'),
    rule: { kind: 'composed', parts: ['ALARM("', { kind: 'reference', resource: alarm.key, attribute: 'Arn' }, '")'] },
    alarmActions: [{ kind: 'topic' }],
  });
});
