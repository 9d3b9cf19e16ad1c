import type { DeployedApp } from './deployed-app';
import { busArn, ruleArn } from './sources/rules';
import { scheduleGroupArn } from './sources/schedules';
import { Unplayed } from './unplayed';
import { EXECUTED_VERSION_DIMENSION, FUNCTION_NAME_DIMENSION, LAMBDA_METRICS, LAMBDA_NAMESPACE, RESOURCE_DIMENSION } from '../../constraints/aws-lambda/metrics';
import { EVENT_BUS_NAME_DIMENSION, RULE_NAME_DIMENSION, SCHEDULE_GROUP_DIMENSION, SENDER_METRICS, TOPIC_NAME_DIMENSION } from '../../constraints/aws-lambda/sender-metrics';
import { AGE_OF_OLDEST_MESSAGE, QUEUE_NAME_DIMENSION, VISIBLE_MESSAGES } from '../../constraints/aws-sqs/metrics';
import { isPublishedWith, type ServiceMetric } from '../../constraints/service-metric';
import { declaredResources, known, type MetricAlarmNode, type WatchedMetric } from '../../topology';
import type { MetricQuery } from '../alarms/metric-alarm';
import type { FunctionMetricName, MetricIdentity, QueueMetricName, SenderMetricName } from '../alarms/metric-book';
import { FunctionMetrics } from '../events/metrics';

/** The metrics of functions that the simulator has. */
const OF_FUNCTIONS: ReadonlySet<string> = new Set(Object.keys(new FunctionMetrics()));

const OF_QUEUES: ReadonlyMap<string, ServiceMetric> = new Map([VISIBLE_MESSAGES, AGE_OF_OLDEST_MESSAGE].map(metric => [metric.metricName, metric]));

const OF_SENDERS: ReadonlyMap<string, ServiceMetric> = new Map(
  Object.values(SENDER_METRICS).flatMap(metrics => Object.values(metrics)).map(metric => [`${metric.namespace} ${metric.metricName}`, metric]),
);

/** The shortest period of metrics of services, in seconds. */
const MINUTE = 60;

/** A metric with its period, in seconds. */
type DeployedMetric = Omit<MetricQuery, 'id'> & { readonly period: number };

type Dimensions = ReadonlyMap<string, string | undefined>;

/** The metrics that alarms look at, after the deployment. */
export class WatchedMetrics {
  constructor(private readonly app: DeployedApp) {}

  /** @throws Unplayed for metrics that the simulator does not have */
  of(metric: WatchedMetric, alarm: MetricAlarmNode): DeployedMetric {
    const { texts } = this.app;
    const statistic = texts.of(metric.statistic);
    const period = known(metric.period);
    if (statistic === undefined || period === undefined) {
      throw new Unplayed(`the value of \`${statistic === undefined ? 'Statistic' : 'Period'}\` of \`${alarm.key}\``);
    }
    if (period % MINUTE !== 0) {
      throw new Unplayed(`what a metric of an AWS service has in periods of ${period} seconds, which \`${alarm.key}\` looks at`);
    }
    return { statistic, period, metric: this.identity(metric, alarm) };
  }

  /** Undefined for a metric that the service never publishes. */
  private identity(metric: WatchedMetric, alarm: MetricAlarmNode): MetricIdentity | undefined {
    const { texts } = this.app;
    const [namespace, name] = [texts.of(metric.namespace), texts.of(metric.metricName)];
    if ('reason' in metric.dimensions) {
      throw new Unplayed(`the dimensions of a metric of \`${alarm.key}\``);
    }
    const dimensions = new Map(metric.dimensions.map(dimension => [texts.of(dimension.name) ?? '', texts.of(dimension.value)]));
    const service = played(namespace, name);
    if (service === undefined || texts.of(metric.account) !== undefined) {
      throw new Unplayed(`the metric \`${namespace} ${name}\` of \`${alarm.key}\``);
    }
    const unit = known(metric.unit);
    if (!isPublishedWith(service, [...dimensions.keys()]) || (unit !== undefined && unit !== service.unit)) {
      return undefined;
    }
    switch (namespace) {
      case LAMBDA_NAMESPACE: return this.ofFunction(name as FunctionMetricName, dimensions, alarm);
      case VISIBLE_MESSAGES.namespace: return this.ofQueue(name as QueueMetricName, dimensions, alarm);
      default: return this.ofSender(name as SenderMetricName, dimensions, alarm);
    }
  }

  private ofFunction(name: FunctionMetricName, dimensions: Dimensions, alarm: MetricAlarmNode): MetricIdentity | undefined {
    const functionName = dimensions.get(FUNCTION_NAME_DIMENSION);
    const fn = functionName === undefined ? undefined : this.app.functions.find(functionName, this.app.texts.environmentOf(alarm.key));
    if (fn === undefined || dimensions.has(EXECUTED_VERSION_DIMENSION)) {
      throw new Unplayed(`the metric \`${name}\` with the dimensions of \`${alarm.key}\``);
    }
    const resource = dimensions.get(RESOURCE_DIMENSION);
    if (!dimensions.has(RESOURCE_DIMENSION)) {
      return { of: fn.arn, name };
    }
    const [ofName, qualifier] = resource?.split(':') ?? [];
    return ofName === fn.name && qualifier !== undefined ? { of: fn.arn, qualifier, name } : undefined;
  }

  private ofSender(name: SenderMetricName, dimensions: Dimensions, alarm: MetricAlarmNode): MetricIdentity {
    const { topology, texts, stores } = this.app;
    const environment = texts.environmentOf(alarm.key);
    const [rule, topic, group] = [RULE_NAME_DIMENSION, TOPIC_NAME_DIMENSION, SCHEDULE_GROUP_DIMENSION].map(dimension => dimensions.get(dimension));
    const ruleNames = declaredResources(topology, 'AWS::Events::Rule').map(({ origin: { key } }) => texts.of({ kind: 'reference', resource: key, attribute: 'Name' }));
    if (rule !== undefined && ruleNames.includes(rule)) {
      return { of: ruleArn(environment, busArn(environment, dimensions.get(EVENT_BUS_NAME_DIMENSION) ?? 'default'), rule), name };
    }
    const { account, region } = environment;
    const found = [...stores].find(store => store.kind === 'topic' && store.name === topic && store.account === account && store.region === region);
    if (found === undefined && group === undefined) {
      throw new Unplayed(`the metric \`${name}\` with the dimensions of \`${alarm.key}\``);
    }
    return { of: found?.arn ?? scheduleGroupArn(environment, group), name };
  }

  private ofQueue(name: QueueMetricName, dimensions: Dimensions, alarm: MetricAlarmNode): MetricIdentity {
    const queueName = dimensions.get(QUEUE_NAME_DIMENSION);
    const { account, region } = this.app.texts.environmentOf(alarm.key);
    const queues = [...this.app.stores].filter(store => store.kind === 'queue' && store.name === queueName);
    const queue = queues.find(store => store.account === account && store.region === region);
    if (queue === undefined) {
      throw new Unplayed(`the metric \`${name}\` of a queue outside the app, which \`${alarm.key}\` looks at`);
    }
    return { of: queue.arn, name };
  }
}

/** The metric with that name, if the simulator has it. */
function played(namespace: string | undefined, name = ''): ServiceMetric | undefined {
  switch (namespace) {
    case LAMBDA_NAMESPACE: return OF_FUNCTIONS.has(name) ? LAMBDA_METRICS[name] : undefined;
    case VISIBLE_MESSAGES.namespace: return OF_QUEUES.get(name);
    default: return OF_SENDERS.get(`${namespace} ${name}`);
  }
}
