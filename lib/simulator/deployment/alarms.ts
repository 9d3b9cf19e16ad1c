import type { DeployedApp } from './deployed-app';
import { Unplayed } from './unplayed';
import { WatchedMetrics } from './watched-metrics';
import { COMPARISONS, MISSING_DATA } from '../../constraints/aws-cloudwatch/evaluation';
import { known, type AlarmNode, type CompositeAlarmNode, type MetricAlarmNode, type Setting } from '../../topology';
import type { MissingData } from '../alarms/alarm-evaluation';
import type { Comparison, MetricAlarmSettings } from '../alarms/metric-alarm';
import type { AlarmSettings, CompositeAlarmSettings } from '../alarms/simulated-alarm';

/** The alarms of an app. */
export function deployedAlarms(app: DeployedApp): AlarmSettings[] {
  const metrics = new WatchedMetrics(app);
  return [...app.topology.alarms.values()].map(node => ({ ...identityOf(node, app), ...settingsOf(node, app, metrics) }));
}

function identityOf({ key, logicalId, path }: AlarmNode, { texts }: DeployedApp) {
  return {
    key,
    logicalId,
    path,
    name: texts.of({ kind: 'reference', resource: key, attribute: 'Name' })!,
    arn: texts.of({ kind: 'reference', resource: key, attribute: 'Arn' })!,
  };
}

function settingsOf(node: AlarmNode, app: DeployedApp, metrics: WatchedMetrics): MetricAlarmSettings | CompositeAlarmSettings | { kind: 'unplayed'; subject: string } {
  try {
    return node.kind === 'metric' ? metricAlarm(node, app, metrics) : compositeAlarm(node, app);
  } catch (error) {
    if (error instanceof Unplayed) {
      return { kind: 'unplayed', subject: error.message };
    }
    throw error;
  }
}

function compositeAlarm({ rule, key }: CompositeAlarmNode, { texts }: DeployedApp): CompositeAlarmSettings {
  const text = texts.of(rule);
  if (text === undefined) {
    throw new Unplayed(`the value of \`AlarmRule\` of \`${key}\``);
  }
  return { kind: 'composite', rule: text };
}

function metricAlarm(node: MetricAlarmNode, { texts }: DeployedApp, watched: WatchedMetrics): MetricAlarmSettings {
  const { key, unread, thresholdMetric, evaluationPeriods, datapointsToAlarm, missingData, lowSampleCount, comparison, threshold } = node;
  if (unread || thresholdMetric) {
    throw new Unplayed(unread ? `the \`Metrics\` of \`${key}\`` : `the anomaly detection of \`${key}\``);
  }
  const metrics = node.metrics.map((metric, index) => ({ ...watched.of(metric, node), id: texts.of(metric.id) ?? `metric${index}` }));
  const expressions = new Map(node.expressions.map(({ id, expression, property }) => [texts.of(id) ?? '', required(texts.of(expression), property, key)]));
  const periods = new Set(metrics.map(({ period }) => period));
  if (periods.size !== 1) {
    throw new Unplayed(`what an alarm does with ${periods.size === 0 ? 'no metric' : 'metrics of several periods'}, as \`${key}\` has`);
  }
  const ids = [...metrics.map(({ id }) => id), ...expressions.keys()];
  const compared = ids.filter((_, index) => known([...node.metrics, ...node.expressions][index].returnsData) !== false);
  if (compared.length !== 1) {
    throw new Unplayed(`which of ${compared.length} series \`${key}\` compares`);
  }
  const periodsToEvaluate = required(known(evaluationPeriods), 'EvaluationPeriods', key);
  return {
    kind: 'metric',
    metrics,
    expressions,
    compared: compared[0],
    period: [...periods][0],
    comparison: chosen<Comparison>(comparison, COMPARISONS.values, 'ComparisonOperator', key),
    threshold: required(known(threshold), 'Threshold', key),
    evaluationPeriods: periodsToEvaluate,
    datapointsToAlarm: datapointsToAlarm === undefined ? periodsToEvaluate : required(known(datapointsToAlarm), 'DatapointsToAlarm', key),
    missingData: missingData === undefined ? 'missing' : chosen<MissingData>(missingData, MISSING_DATA.values, 'TreatMissingData', key),
    ignoresFewSamples: known(lowSampleCount) === 'ignore',
  };
}

function required<T>(value: T | undefined, property: string, key: string): T {
  if (value === undefined) {
    throw new Unplayed(`the value of \`${property}\` of \`${key}\``);
  }
  return value;
}

function chosen<T extends string>(setting: Setting<string> | undefined, values: readonly string[], property: string, key: string): T {
  const value = required(known(setting), property, key);
  if (!values.includes(value)) {
    throw new Unplayed(`what \`${property}\` "${value}" of \`${key}\` does`);
  }
  return value as T;
}
