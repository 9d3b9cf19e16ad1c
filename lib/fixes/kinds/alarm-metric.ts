import { deadMetric } from '../../checks/dead-metrics';
import { bare, METRICS, serviceMetric, UNMISTAKABLE } from '../../checks/service-metrics';
import * as rules from '../../constraints/aws-cloudwatch/alarm';
import { EXECUTED_VERSION_DIMENSION, FUNCTION_NAME_DIMENSION, RESOURCE_DIMENSION } from '../../constraints/aws-lambda/metrics';
import { isPublishedWith } from '../../constraints/service-metric';
import { known, metricProperty, propertyPath, type MetricAlarmNode, type WatchedMetric } from '../../topology';
import { Draft } from '../draft';
import type { FixContext } from '../fix-context';
import type { Fixer } from '../fixer';
import { valueAt } from '../raw-values';

type Mend = (draft: Draft, metric: WatchedMetric, alarm: MetricAlarmNode, context: FixContext) => Draft;

/** Names the metric as its service publishes it. */
export const publishedMetric: Fixer = ({ key, property }, context) => {
  const alarm = context.topology.alarms.get(key);
  if (alarm?.kind !== 'metric') {
    return undefined;
  }
  if (property === rules.ALARM_THRESHOLD.parameter) {
    return new Draft(context).set(key, property, 1).set(key, 'ComparisonOperator', 'GreaterThanOrEqualToThreshold').fix('Fire from 1 on.');
  }
  const metric = alarm.metrics.find(each => deadMetric(each, alarm, context.topology)?.property === property);
  const rule = metric && deadMetric(metric, alarm, context.topology)!.rule;
  const { mend, summary } = MENDS.get(rule) ?? {};
  return metric && mend?.(new Draft(context), metric, alarm, context).fix(summary!);
};

const withNamespace: Mend = (draft, metric, { key }) => {
  const [namespace, name] = [known(metric.namespace), known(metric.metricName)];
  const right = METRICS.find(each => each.namespace !== namespace && each.namespace.toLowerCase() === namespace?.toLowerCase())
    ?? UNMISTAKABLE.find(each => each.metricName === name);
  return draft.set(key, metricProperty(metric, 'Namespace'), right?.namespace);
};

const withName: Mend = (draft, metric, { key }) => {
  const [own, name] = [known(metric.namespace), known(metric.metricName)!];
  const right = METRICS.find(({ namespace, metricName }) => namespace === own && bare(metricName) === bare(name));
  return draft.set(key, metricProperty(metric, 'MetricName'), right?.metricName);
};

/** Leaves out the executed version, or spells the dimension as the service does. */
const withDimensions: Mend = (draft, metric, { key }, context) => {
  const service = serviceMetric(metric)!;
  const raw = rawDimensions(metric, key, context);
  const spelled = raw?.filter(({ Name }) => Name !== EXECUTED_VERSION_DIMENSION)
    .map(each => ({ ...each, Name: service.dimensions.flat().find(name => bare(name) === bare(String(each.Name))) ?? each.Name }));
  const isPublished = spelled && isPublishedWith(service, spelled.map(({ Name }) => String(Name)));
  return draft.set(key, metricProperty(metric, 'Dimensions'), isPublished ? spelled : undefined);
};

/** Puts the name of the function before the qualifier. */
const withResource: Mend = (draft, metric, { key }, context) => {
  const raw = rawDimensions(metric, key, context);
  const fn = raw?.find(({ Name }) => Name === FUNCTION_NAME_DIMENSION)?.Value;
  const index = raw?.findIndex(({ Name }) => Name === RESOURCE_DIMENSION) ?? -1;
  const dimension = 'reason' in metric.dimensions ? undefined : metric.dimensions[index];
  const alias = dimension?.value.kind === 'reference' ? context.topology.aliases.get(dimension.value.resource) : undefined;
  const text = known(dimension?.value);
  const qualifier = alias ? known(alias.name) : text?.includes(':') ? undefined : text;
  return draft.set(key, dimension?.property ?? '', fn === undefined || qualifier === undefined ? undefined : { 'Fn::Join': [':', [fn, qualifier]] });
};

/** Moves the qualifier from the name of the function into a dimension of its own. */
const withBareName: Mend = (draft, metric, { key, stack }, context) => {
  const raw = rawDimensions(metric, key, context);
  const fn = metric.function && context.functionOf(metric.function);
  const [only, ...others] = raw ?? [];
  const dimensions = fn?.stack === stack && others.length === 0
    ? [{ ...only, Value: { Ref: fn.logicalId } }, { Name: RESOURCE_DIMENSION, Value: only.Value }]
    : undefined;
  return draft.set(key, metricProperty(metric, 'Dimensions'), dimensions);
};

/** The attributes that yield the names of stores. */
const NAMES: Readonly<Record<string, string>> = { 'AWS::SQS::Queue': 'QueueName', 'AWS::SNS::Topic': 'TopicName' };

const withNameOfStore: Mend = (draft, metric, { key, stack }, { topology }) => {
  const dimension = 'reason' in metric.dimensions ? undefined : metric.dimensions.find(({ value }) => value.kind === 'reference');
  const store = dimension?.value.kind === 'reference' ? topology.resources.get(dimension.value.resource) : undefined;
  const attribute = NAMES[store?.type ?? ''];
  const name = attribute === undefined ? { Ref: store?.logicalId } : { 'Fn::GetAtt': [store?.logicalId, attribute] };
  return draft.set(key, dimension?.property ?? '', store?.stack === stack ? name : undefined);
};

const withoutUnit: Mend = (draft, metric, { key }) => draft.remove(key, metricProperty(metric, 'Unit'));

const MENDS: ReadonlyMap<unknown, { readonly mend: Mend; readonly summary: string }> = new Map([
  [undefined, { mend: withDimensions, summary: 'Name the dimensions with which the service publishes the metric.' }],
  [rules.METRIC_RESOURCE, { mend: withResource, summary: 'Put the name of the function before the qualifier.' }],
  [rules.METRIC_FUNCTION_NAME, { mend: withBareName, summary: 'Name the qualifier in a dimension of its own.' }],
  [rules.METRIC_OF_STORE, { mend: withNameOfStore, summary: 'Use the name.' }],
  [rules.METRIC_NAMESPACE, { mend: withNamespace, summary: 'Spell the namespace as the service does.' }],
  [rules.METRIC_NAME, { mend: withName, summary: 'Spell the metric as the service does.' }],
  [rules.METRIC_UNIT, { mend: withoutUnit, summary: 'Leave the unit out.' }],
]);

interface RawDimension {
  readonly Name: unknown;
  readonly Value: unknown;
}

/** The dimensions as the template has them, if they are written out. */
function rawDimensions(metric: WatchedMetric, key: string, context: FixContext): readonly RawDimension[] | undefined {
  const raw = valueAt(context.raw(key), propertyPath(metricProperty(metric, 'Dimensions')));
  return Array.isArray(raw) && raw.every(each => typeof each?.Name === 'string' && each.Value !== undefined) ? raw : undefined;
}
