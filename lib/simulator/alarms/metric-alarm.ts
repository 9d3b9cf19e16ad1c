import { evaluated, evaluationRange, type AlarmState, type Datapoint, type EvaluationSettings } from './alarm-evaluation';
import type { Points } from './math/series';
import type { MetricBook, MetricIdentity } from './metric-book';
import { metricMath, type MetricMath } from './metric-math';
import { MINUTE, type MetricSamples } from './metric-samples';
import { statistic, type MetricStatistic } from './statistics';

/** How the value of a period breaches the threshold. */
export type Comparison = 'GreaterThanOrEqualToThreshold' | 'GreaterThanThreshold' | 'LessThanThreshold' | 'LessThanOrEqualToThreshold';

/** A metric of an alarm. */
export interface MetricQuery {
  readonly id: string;

  /** Absent for a metric that the service never publishes with these dimensions or in this unit. */
  readonly metric?: MetricIdentity;

  /** E.g. `Sum`. */
  readonly statistic: string;
}

/** An alarm on a metric, after the deployment. */
export interface MetricAlarmSettings extends EvaluationSettings {
  readonly kind: 'metric';
  readonly metrics: readonly MetricQuery[];

  /** Metric math, by id. */
  readonly expressions: ReadonlyMap<string, string>;

  /** The id of the metric or expression that is compared. */
  readonly compared: string;
  readonly comparison: Comparison;
  readonly threshold: number;

  /** In seconds. */
  readonly period: number;

  /** Whether percentiles of too few values leave the state as it is. */
  readonly ignoresFewSamples: boolean;
}

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const COMPARISONS: Readonly<Record<Comparison, (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/** A metric with its statistic. */
interface Reading {
  readonly samples?: MetricSamples;
  readonly statistic: MetricStatistic;
}

/** An alarm on a metric or on an expression. */
export class MetricAlarm {
  private readonly readings: ReadonlyMap<string, Reading>;
  private readonly expressions: ReadonlyMap<string, MetricMath>;

  /** The time between evaluations, in milliseconds. */
  private readonly interval: number;

  /**
   * @param changed called when a metric has new values
   * @throws NotKnownError for statistics whose computation no page states
   * @throws RangeError for expressions that CloudWatch refuses
   */
  constructor(private readonly settings: MetricAlarmSettings, book: MetricBook, changed: () => void) {
    const { metrics, expressions, evaluationPeriods, period } = settings;
    const minutes = evaluationRange(evaluationPeriods) * period * 1000 / MINUTE;
    this.readings = new Map(metrics.map(({ id, metric, statistic: name }) => {
      const stat = statistic(name);
      const samples = metric && book.samples(metric);
      samples?.serve(minutes, stat.needsValues, changed);
      return [id, { samples, statistic: stat }];
    }));
    this.expressions = new Map([...expressions].map(([id, text]) => [id, metricMath(text)]));
    // "If the number of evaluation periods multiplied by the length of each evaluation period exceeds one day, the alarm is
    // evaluated once per hour." https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
    this.interval = evaluationPeriods * period * 1000 > DAY ? HOUR : MINUTE;
  }

  /**
   * The state after the evaluation at a full minute.
   *
   * "For any period of one minute or longer, an alarm is evaluated every minute and the evaluation is based on the window of
   * time defined by the Period and Evaluation Periods", so the periods end at the time of the evaluation.
   */
  evaluate(time: number, current: AlarmState): AlarmState {
    const { comparison, threshold, ignoresFewSamples } = this.settings;
    if (time % this.interval !== 0 || (ignoresFewSamples && this.hasTooFewSamples(time))) {
      return current;
    }
    const breaches = COMPARISONS[comparison];
    const points = this.points(this.settings.compared, time);
    const datapoints = points.map((point): Datapoint => point === undefined ? undefined : breaches(point, threshold));
    return evaluated(datapoints, this.settings, current);
  }

  /** Whether an evaluation at a time sees no value, so that the next one yields the same state if there are no new ones. */
  isSettledAt(time: number): boolean {
    return time % this.interval === 0 && [...this.readings.values()].every(({ samples }) => samples?.isEmptyAt(time) !== false);
  }

  private points(id: string, time: number, within: ReadonlySet<string> = new Set()): Points {
    const reading = this.readings.get(id);
    if (reading) {
      return this.periods(time).map(([from, until]) => reading.samples && reading.statistic.of(reading.samples.between(from, until)));
    }
    if (within.has(id)) {
      throw new RangeError(`\`Expression\` must not refer to itself, got: \`${id}\`. Refer to a metric.`);
    }
    const metrics = new Map([...this.readings.keys()].map(metric => [metric, this.points(metric, time)]));
    const expression = (other: string) => this.expressions.has(other) ? this.points(other, time, new Set([...within, id])) : undefined;
    return this.expressions.get(id)!.points({ metrics, expression, period: this.settings.period });
  }

  /** The periods of the evaluation range, the most recent one last. */
  private periods(time: number): Array<[from: number, until: number]> {
    const length = this.settings.period * 1000;
    const count = evaluationRange(this.settings.evaluationPeriods);
    return Array.from({ length: count }, (_, index) => [time - (count - index) * length, time - (count - index - 1) * length]);
  }

  /**
   * "For percentiles between 0.5 (inclusive) and 1.00 (exclusive), this setting is used when there are fewer than
   * 10/(1-percentile) data points during the evaluation period. [...] For percentiles between 0 and 0.5 (exclusive), the
   * setting is used when there are fewer than 10/percentile data points."
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html
   */
  private hasTooFewSamples(time: number): boolean {
    const span = this.settings.evaluationPeriods * this.settings.period * 1000;
    return this.settings.metrics.some(({ id, statistic: name }) => {
      const percent = Number(name.slice(1));
      const { samples } = this.readings.get(id)!;
      const count = samples?.between(time - span, time).count ?? 0;
      return count > 0 && name.startsWith('p') && count * Math.min(percent, 100 - percent) < 1000;
    });
  }
}
