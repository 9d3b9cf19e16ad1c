import type { WatchedMetric } from '../nodes/alarm';

/** The property of an alarm that has a part of a metric, e.g. `Metrics[0].MetricStat.Metric.Dimensions`. */
export function metricProperty({ property }: WatchedMetric, part: 'Namespace' | 'MetricName' | 'Dimensions' | 'Unit'): string {
  if (property === '') {
    return part;
  }
  return part === 'Unit' ? `${property}.${part}` : `${property}.Metric.${part}`;
}
