import type { Origin } from './resource';
import type { FunctionTarget, Target } from '../targets/target';
import type { Setting, Text, Unknown } from '../values/value';

/** A dimension of a metric. */
export interface MetricDimension {
  readonly name: Text;
  readonly value: Text;

  /** The property of the alarm with the value, e.g. `Dimensions[0].Value`. */
  readonly property: string;
}

/** A metric that an alarm reads. */
export interface WatchedMetric {
  /** The id by which expressions refer to it; absent if the alarm has no expressions. */
  readonly id?: Text;

  /** The property of the alarm that contains it, e.g. `Metrics[0].MetricStat`; empty for the alarm itself. See `metricProperty`. */
  readonly property: string;
  readonly namespace: Text;
  readonly metricName: Text;
  readonly dimensions: readonly MetricDimension[] | Unknown;

  /** E.g. `Sum` or `p90`. */
  readonly statistic?: Text;

  /** In seconds. */
  readonly period?: Setting<number>;
  readonly unit?: Setting<string>;

  /** The account that has the metric, if the alarm names one. */
  readonly account?: Text;

  /** Whether this is the series that the alarm compares. */
  readonly returnsData?: Setting<boolean>;

  /** The function of a metric of Lambda, through the qualifier that the metric counts: `$LATEST` without one. */
  readonly function?: FunctionTarget | Unknown;

  /** The key of the queue, topic, rule or schedule group that its dimensions name, if the app declares it. */
  readonly resource?: string;
}

/** A metric math expression or a query of an alarm. */
export interface AlarmExpression {
  readonly id?: Text;
  readonly property: string;
  readonly expression: Text;

  /** In seconds. */
  readonly period?: Setting<number>;
  readonly returnsData?: Setting<boolean>;
}

/** What an alarm does when its state changes. */
interface AlarmActions {
  /** Absent if the app does not set it: actions are enabled. */
  readonly actionsEnabled?: Setting<boolean>;
  readonly alarmActions: ReadonlyArray<Target | Unknown>;
  readonly okActions: ReadonlyArray<Target | Unknown>;
  readonly insufficientDataActions: ReadonlyArray<Target | Unknown>;
}

/** `AWS::CloudWatch::Alarm`. */
export interface MetricAlarmNode extends Origin, AlarmActions {
  readonly kind: 'metric';

  /** The name, if the template sets it. */
  readonly name?: Text;

  /** Several, or one with an id, in an alarm with expressions. */
  readonly metrics: readonly WatchedMetric[];
  readonly expressions: readonly AlarmExpression[];

  /** Present if a part of `Metrics` is unknown, so that the alarm may read further metrics. */
  readonly unread?: Unknown;

  /** E.g. `GreaterThanOrEqualToThreshold`. */
  readonly comparison?: Setting<string>;
  readonly threshold?: Setting<number>;

  /** The id of the series that is the threshold, of anomaly detection. */
  readonly thresholdMetric?: Text;
  readonly evaluationPeriods?: Setting<number>;

  /** Absent if all periods must breach. */
  readonly datapointsToAlarm?: Setting<number>;

  /** E.g. `notBreaching`; absent for `missing`. */
  readonly missingData?: Setting<string>;

  /** `evaluate` or `ignore`, for percentiles of few values. */
  readonly lowSampleCount?: Setting<string>;
}

/** `AWS::CloudWatch::CompositeAlarm`. */
export interface CompositeAlarmNode extends Origin, AlarmActions {
  readonly kind: 'composite';

  /** The name, if the template sets it. */
  readonly name?: Text;

  /** E.g. `ALARM("Backlog") OR ALARM("Failed")`, with names or ARNs of alarms. */
  readonly rule: Text;
}

/** An alarm of CloudWatch. */
export type AlarmNode = MetricAlarmNode | CompositeAlarmNode;
