import { MetricSamples } from './metric-samples';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import type { SENDER_METRICS, SenderMetrics, WatchedSender } from '../../constraints/aws-lambda/sender-metrics';
import type { FunctionMetrics } from '../events/metrics';

/** The name of a metric of Lambda. */
export type FunctionMetricName = keyof FunctionMetrics;

/** The name of a metric of SQS. */
export type QueueMetricName = 'ApproximateNumberOfMessagesVisible' | 'ApproximateAgeOfOldestMessage';

/** The name of a metric of a rule, topic or group of schedules. */
export type SenderMetricName = (typeof SENDER_METRICS)[WatchedSender][keyof SenderMetrics]['metricName'];

/** A metric as CloudWatch tells it apart from others. */
export interface MetricIdentity {
  /** The ARN of the function, queue, rule, topic or group of schedules. */
  readonly of: string;

  /** The alias, version or `$LATEST` that callers name; absent for all of them together. */
  readonly qualifier?: string;
  readonly name: MetricName;
}

type MetricName = FunctionMetricName | QueueMetricName | SenderMetricName;

/** Takes each value of a metric of a function. A call without a qualifier counts for `$LATEST`. */
export type FunctionWatch = (name: FunctionMetricName, value: number, qualifier: string | undefined) => void;

/** A metric of a queue, which is read once a minute. */
export interface QueueMetric {
  readonly arn: string;
  readonly name: QueueMetricName;
  readonly samples: MetricSamples;
}

/** The metrics that alarms look at. */
export class MetricBook {
  private readonly bySource = new Map<string, MetricsOfSource>();
  private readonly ofQueues = new Map<string, QueueMetric>();

  /** The samples of a metric. */
  samples({ of, qualifier, name }: MetricIdentity): MetricSamples {
    return isOfQueue(name) ? this.ofQueue(of, name) : this.ofSource(of).samples(name, qualifier);
  }

  /** The metrics of queues that alarms look at. */
  get queues(): Iterable<QueueMetric> {
    return this.ofQueues.values();
  }

  /**
   * The recorder of the metrics of a function; undefined if no alarm looks at one.
   *
   * @param recorded called when an alarm may see a new value
   */
  watchOf(arn: string, now: () => number, recorded: () => void): FunctionWatch | undefined {
    const metrics = this.bySource.get(arn);
    return metrics && ((name, value, qualifier = LATEST) => {
      if (metrics.add(name, qualifier, now(), value)) {
        recorded();
      }
    });
  }

  /** Adds 1 to a metric. Returns whether an alarm looks at it. */
  count({ of, name }: MetricIdentity, now: number): boolean {
    return this.bySource.get(of)?.add(name, undefined, now, 1) === true;
  }

  clear(): void {
    this.bySource.forEach(metrics => metrics.clear());
    this.ofQueues.forEach(({ samples }) => samples.clear());
  }

  private ofSource(arn: string): MetricsOfSource {
    const metrics = this.bySource.get(arn) ?? new MetricsOfSource();
    this.bySource.set(arn, metrics);
    return metrics;
  }

  private ofQueue(arn: string, name: QueueMetricName): MetricSamples {
    const key = `${arn} ${name}`;
    const metric = this.ofQueues.get(key) ?? { arn, name, samples: new MetricSamples() };
    this.ofQueues.set(key, metric);
    return metric.samples;
  }
}

/** The metrics of one function or sender, by name and qualifier. */
class MetricsOfSource {
  private readonly byName = new Map<MetricName, Map<string | undefined, MetricSamples>>();

  samples(name: MetricName, qualifier: string | undefined): MetricSamples {
    const byQualifier = this.byName.get(name) ?? new Map<string | undefined, MetricSamples>();
    this.byName.set(name, byQualifier);
    const samples = byQualifier.get(qualifier) ?? new MetricSamples();
    byQualifier.set(qualifier, samples);
    return samples;
  }

  /** Adds a value to the metric, and to that of the qualifier. Returns whether an alarm looks at one. */
  add(name: MetricName, qualifier: string | undefined, now: number, value: number): boolean {
    const byQualifier = this.byName.get(name);
    const all = byQualifier?.get(undefined);
    const qualified = qualifier === undefined ? undefined : byQualifier?.get(qualifier);
    all?.add(now, value);
    qualified?.add(now, value);
    return all !== undefined || qualified !== undefined;
  }

  clear(): void {
    this.byName.forEach(byQualifier => byQualifier.forEach(samples => samples.clear()));
  }
}

function isOfQueue(name: string): name is QueueMetricName {
  return name.startsWith('Approximate');
}
