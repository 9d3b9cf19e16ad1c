import { GetMetricDataCommand, type CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { REPLAY_METRICS } from '../../contract/replay';
import type { Clock } from '../run/clock';
import type { Metrics } from '../run/metrics';

const MINUTE = 60;

/** Minutes that are looked at: metrics arrive late. */
const MINUTES = 5;

/** Most functions that are asked about. */
const MOST = 100;

/** Reads metrics from Amazon CloudWatch, and writes them into the log. */
export class CloudWatchMetrics implements Metrics {
  constructor(
    private readonly client: CloudWatchClient,
    private readonly clock: Clock,
    private readonly name: string,
    private readonly log: (line: object) => void,
  ) {}

  async eventAge(functions: readonly string[]): Promise<number | undefined> {
    if (functions.length === 0) {
      return undefined;
    }
    try {
      const end = this.clock.now();
      const { MetricDataResults = [] } = await this.client.send(new GetMetricDataCommand({
        StartTime: new Date(end - MINUTES * MINUTE * 1000),
        EndTime: new Date(end),
        MetricDataQueries: functions.slice(0, MOST).map((Value, index) => ({
          Id: `m${index}`,
          MetricStat: {
            Metric: { Namespace: 'AWS/Lambda', MetricName: 'AsyncEventAge', Dimensions: [{ Name: 'FunctionName', Value }] },
            Period: MINUTE,
            Stat: 'Maximum',
          },
        })),
      }));
      // The newest datapoint of each function: an old backlog must not slow down for ever.
      const newest = MetricDataResults.flatMap(({ Timestamps = [], Values = [] }) => {
        const [last] = Timestamps.map((time, index) => ({ time, value: Values[index] })).sort((a, b) => b.time.getTime() - a.time.getTime());
        return last ? [last.value] : [];
      });
      return newest.length > 0 ? Math.max(...newest) : undefined;
    } catch (error) {
      this.log({ step: 'metrics', error: (error as Error).name });
      return undefined;
    }
  }

  write(values: Parameters<Metrics['write']>[0]): void {
    const { namespace: Namespace, dimension, names } = REPLAY_METRICS;
    this.log({
      _aws: {
        Timestamp: this.clock.now(),
        CloudWatchMetrics: [{ Namespace, Dimensions: [[dimension]], Metrics: names.filter(name => name in values).map(Name => ({ Name, Unit: 'Count' })) }],
      },
      [dimension]: this.name,
      ...values,
    });
  }
}
