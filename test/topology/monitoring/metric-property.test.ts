import { metricProperty, type WatchedMetric } from '../../../lib/topology';
import { literal } from '../../../lib/topology/values/value';

const METRIC = { namespace: literal('AWS/Lambda'), metricName: literal('Errors'), dimensions: [] };

test.each<[WatchedMetric['property'], Parameters<typeof metricProperty>[1], string]>([
  ['', 'Namespace', 'Namespace'],
  ['', 'Unit', 'Unit'],
  ['Metrics[2].MetricStat', 'Dimensions', 'Metrics[2].MetricStat.Metric.Dimensions'],
  ['Metrics[2].MetricStat', 'MetricName', 'Metrics[2].MetricStat.Metric.MetricName'],
  ['Metrics[2].MetricStat', 'Unit', 'Metrics[2].MetricStat.Unit'],
])('in "%s", %s is at %s', (property, part, expected) => {
  expect(metricProperty({ ...METRIC, property }, part)).toBe(expected);
});
