import * as rules from '../../constraints/aws-cloudwatch/alarm';
import { known, type MetricAlarmNode, type Topology } from '../../topology';
import { deadMetric } from '../dead-metrics';
import type { Check, Place } from '../finding';
import { serviceMetric } from '../service-metrics';

/** The functions of expressions that yield values where there is no data. */
const FILLS = /\b(?:FILL|IF|TIME_SERIES|SELECT|SEARCH|METRICS)\b/i;

/**
 * For certain when every metric of the alarm is known to have no data, or can never cross the threshold.
 *
 * An alarm that fires without data, or whose expressions may yield values without, is left out.
 */
export const alarmNeverFires: Check = {
  rule: rules.ALARM_NEVER_FIRES,
  others: [
    rules.METRIC_RESOURCE, rules.METRIC_FUNCTION_NAME, rules.METRIC_OF_STORE, rules.METRIC_OF_BUS, rules.METRIC_NAME, rules.METRIC_NAMESPACE,
    rules.METRIC_UNIT, rules.METRIC_OF_OTHER_REGION, rules.ALARM_THRESHOLD,
  ],
  severity: 'error',
  *find({ topology }) {
    for (const alarm of topology.alarms.values()) {
      if (alarm.kind === 'metric' && needsData(alarm)) {
        yield* deadMetrics(topology, alarm);
        yield* crossedNever(alarm);
      }
    }
  },
};

function needsData({ missingData, expressions, unread }: MetricAlarmNode): boolean {
  const isSafe = missingData === undefined || (missingData.kind === 'literal' && missingData.value !== 'breaching');
  return isSafe && unread === undefined && expressions.every(({ expression }) => known(expression) !== undefined && !FILLS.test(known(expression)!));
}

function deadMetrics(topology: Topology, alarm: MetricAlarmNode): Place[] {
  const found = alarm.metrics.flatMap(metric => deadMetric(metric, alarm, topology) ?? []);
  return found.length === alarm.metrics.length ? found.map(dead => ({ ...dead, origin: alarm })) : [];
}

/** Fires below zero, or below a negative number, while no metric is negative. */
function crossedNever(alarm: MetricAlarmNode): Place[] {
  const { metrics, expressions, comparison, threshold } = alarm;
  const limit = known(threshold);
  const isNever = limit !== undefined && ((known(comparison) === 'LessThanThreshold' && limit <= 0) || (known(comparison) === 'LessThanOrEqualToThreshold' && limit < 0));
  return isNever && expressions.length === 0 && metrics.every(metric => serviceMetric(metric))
    ? [{ origin: alarm, rule: rules.ALARM_THRESHOLD, property: rules.ALARM_THRESHOLD.parameter!, value: `${limit} with ${known(comparison)}` }]
    : [];
}
