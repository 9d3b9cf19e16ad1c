import { FixContext } from '../../../lib/fixes/fix-context';
import { queueAlarm } from '../../../lib/fixes/kinds/queue-alarm';
import { resource, resources } from '../../topology/templates';

function fixOf(declared: Record<string, unknown>) {
  const context = new FixContext(resources(declared), key => declared[key.slice('S.'.length)]);
  return queueAlarm({ id: 'UnwatchedFailures', key: 'S.Q', stack: 'S', property: 'QueueName', value: '' }, context);
}

const alarm = (properties: object) => resource('CloudWatch::Alarm', { Namespace: 'Shop', MetricName: 'Orders', ...properties });

test('adds an alarm with the actions of another one', () => {
  expect(fixOf({ Q: resource('SQS::Queue'), Silent: alarm({}), Other: alarm({ AlarmActions: [{ Ref: 'OnCall' }] }), OnCall: resource('SNS::Topic') })).toEqual({
    summary: 'Alarm on messages in the queue.',
    changes: [{
      kind: 'add',
      stack: 'S',
      logicalId: 'QAlarm',
      resource: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: {
          Namespace: 'AWS/SQS',
          MetricName: 'ApproximateNumberOfMessagesVisible',
          Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': ['Q', 'QueueName'] } }],
          Statistic: 'Maximum',
          Period: 300,
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          TreatMissingData: 'notBreaching',
          AlarmActions: [{ Ref: 'OnCall' }],
        },
      },
    }],
  });
});

test('says that the alarm needs an action where the stack has none', () => {
  const fix = fixOf({ Q: resource('SQS::Queue'), QAlarm: alarm({}) });
  expect(fix?.summary).toBe('Alarm on messages in the queue, and give the alarm an action.');
  expect(fix?.changes).toMatchObject([{ logicalId: 'QAlarm2' }]);
});
