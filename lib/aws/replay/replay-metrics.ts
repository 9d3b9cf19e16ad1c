import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { REPLAY_METRICS } from '../../contract/replay';

/** Name of a metric of a replay. */
export type ReplayMetric = (typeof REPLAY_METRICS.names)[number];

/** A metric of one replay: its values are differences, so it is a sum. */
export function replayMetric(replay: string, metricName: ReplayMetric, options?: cloudwatch.MetricOptions): cloudwatch.Metric {
  return new cloudwatch.Metric({
    namespace: REPLAY_METRICS.namespace,
    metricName,
    dimensionsMap: { [REPLAY_METRICS.dimension]: replay },
    statistic: cloudwatch.Stats.SUM,
    period: Duration.minutes(1),
    ...options,
  });
}
