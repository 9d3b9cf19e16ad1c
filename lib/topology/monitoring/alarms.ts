import { MetricReader } from './metrics';
import type { AlarmNode, CompositeAlarmNode, MetricAlarmNode } from '../nodes/alarm';
import type { Declared, Reader } from '../reader';

/** The alarms of the app. */
export function alarms(reader: Reader): AlarmNode[] {
  const metrics = new MetricReader(reader);
  return [
    ...reader.all('AWS::CloudWatch::Alarm').map(declared => metricAlarm(reader, metrics, declared)),
    ...reader.all('AWS::CloudWatch::CompositeAlarm').map(declared => compositeAlarm(reader, declared)),
  ];
}

function metricAlarm(reader: Reader, metrics: MetricReader, declared: Declared): MetricAlarmNode {
  const { origin, properties } = declared;
  return {
    kind: 'metric',
    name: properties.text('AlarmName'),
    ...metrics.of(declared),
    comparison: properties.word('ComparisonOperator'),
    threshold: properties.number('Threshold'),
    thresholdMetric: properties.text('ThresholdMetricId'),
    evaluationPeriods: properties.number('EvaluationPeriods'),
    datapointsToAlarm: properties.number('DatapointsToAlarm'),
    missingData: properties.word('TreatMissingData'),
    lowSampleCount: properties.word('EvaluateLowSampleCountPercentile'),
    ...actions(reader, declared),
    ...origin,
  };
}

function compositeAlarm(reader: Reader, declared: Declared): CompositeAlarmNode {
  const { origin, properties } = declared;
  return {
    kind: 'composite',
    name: properties.text('AlarmName'),
    rule: properties.required('AlarmRule'),
    ...actions(reader, declared),
    ...origin,
  };
}

function actions(reader: Reader, declared: Declared): Pick<AlarmNode, 'actionsEnabled' | 'alarmActions' | 'okActions' | 'insufficientDataActions'> {
  const named = (property: string) => declared.properties.get(property).items().map(action => reader.named(action.required(), declared));
  return {
    actionsEnabled: declared.properties.switch('ActionsEnabled'),
    alarmActions: named('AlarmActions'),
    okActions: named('OKActions'),
    insufficientDataActions: named('InsufficientDataActions'),
  };
}
