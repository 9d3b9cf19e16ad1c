import { QUEUE_NAME_DIMENSION, VISIBLE_MESSAGES } from '../../constraints/aws-sqs/metrics';
import { propertyPath, type AlarmNode } from '../../topology';
import { Draft } from '../draft';
import type { FixContext } from '../fix-context';
import type { Fixer } from '../fixer';
import { valueAt } from '../raw-values';

/** Alarms on messages in a queue, with the actions of another alarm of its stack. */
export const queueAlarm: Fixer = ({ key, stack }, context) => {
  const queue = context.topology.queues.get(key);
  const actions = queue && actionsIn(context, stack);
  const draft = new Draft(context);
  if (!queue) {
    return undefined;
  }
  const properties = {
    Namespace: VISIBLE_MESSAGES.namespace,
    MetricName: VISIBLE_MESSAGES.metricName,
    Dimensions: [{ Name: QUEUE_NAME_DIMENSION, Value: { 'Fn::GetAtt': [queue.logicalId, QUEUE_NAME_DIMENSION] } }],
    Statistic: VISIBLE_MESSAGES.statistic,
    Period: 300,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
    ...actions === undefined ? {} : { AlarmActions: actions },
  };
  draft.add({ id: `${context.baseName(key)}Alarm`, type: 'AWS::CloudWatch::Alarm', properties, for: key });
  return draft.fix(`Alarm on messages in the queue${actions ? '' : ', and give the alarm an action'}.`);
};

/** The actions of an alarm of a stack, as the template has them. */
function actionsIn(context: FixContext, stack: string): unknown {
  const withActions = (alarm: AlarmNode) => alarm.stack === stack && alarm.alarmActions.length > 0;
  const other = [...context.topology.alarms.values()].find(withActions);
  return other && valueAt(context.raw(other.key), propertyPath('AlarmActions'));
}
