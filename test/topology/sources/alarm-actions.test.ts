import { aws_cloudwatch as cloudwatch, aws_cloudwatch_actions as actions, aws_sns as sns } from 'aws-cdk-lib';
import { literal } from '../../../lib/topology/values/value';
import { functionIn, stackOf } from '../synthesized';

const metric = new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Orders' });

test('reads the functions and topics of each alarm state', () => {
  const { invocations, deliveries } = stackOf(stack => {
    const alarm = new cloudwatch.Alarm(stack, 'Alarm', { metric, threshold: 1, evaluationPeriods: 1 });
    const live = functionIn(stack, 'Fn').addAlias('live');
    alarm.addAlarmAction(new actions.SnsAction(new sns.Topic(stack, 'Topic')), new actions.LambdaAction(live));
    alarm.addOkAction(new actions.LambdaAction(live));
  });
  expect(invocations).toMatchObject([
    { kind: 'alarm', origin: { path: 'S/Alarm/Resource' }, property: 'AlarmActions[1]', to: { kind: 'function', qualifier: literal('live') } },
    { kind: 'alarm', property: 'OKActions[0]', to: { kind: 'function' } },
  ]);
  expect(deliveries).toMatchObject([{ kind: 'alarm', property: 'AlarmActions[0]', to: { kind: 'topic' } }]);
});

test('reads whether the actions of an alarm are enabled', () => {
  const { invocations } = stackOf(stack => {
    const alarm = new cloudwatch.Alarm(stack, 'Alarm', { metric, threshold: 1, evaluationPeriods: 1, actionsEnabled: false });
    alarm.addInsufficientDataAction(new actions.LambdaAction(functionIn(stack, 'Fn')));
  });
  expect(invocations).toMatchObject([{ property: 'InsufficientDataActions[0]', enabled: literal(false) }]);
});

test('reads composite alarms', () => {
  const { invocations } = stackOf(stack => {
    const alarm = new cloudwatch.Alarm(stack, 'Alarm', { metric, threshold: 1, evaluationPeriods: 1 });
    new cloudwatch.CompositeAlarm(stack, 'Both', { alarmRule: cloudwatch.AlarmRule.fromAlarm(alarm, cloudwatch.AlarmState.ALARM) })
      .addAlarmAction(new actions.LambdaAction(functionIn(stack, 'Fn')));
  });
  expect(invocations).toMatchObject([{ kind: 'alarm', origin: { path: 'S/Both/Resource' }, to: { kind: 'function' } }]);
});
