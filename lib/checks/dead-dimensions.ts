import type { Place } from './finding';
import { bare, serviceMetric } from './service-metrics';
import * as rules from '../constraints/aws-cloudwatch/alarm';
import {
  ASYNC_METRICS, EXECUTED_VERSION_DIMENSION, FUNCTION_NAME_DIMENSION, LAMBDA_NAMESPACE, RESOURCE_DIMENSION,
} from '../constraints/aws-lambda/metrics';
import { RULE_NAME_DIMENSION, SENDER_METRICS } from '../constraints/aws-lambda/sender-metrics';
import { AGE_OF_OLDEST_MESSAGE, VISIBLE_MESSAGES } from '../constraints/aws-sqs/metrics';
import { isPublishedWith } from '../constraints/service-metric';
import {
  known, metricProperty, partsOf, rendered, sameText, type MetricAlarmNode, type MetricDimension, type Part, type Reference, type Text,
  type Topology, type WatchedMetric,
} from '../topology';

/** Where and why a metric never has data. */
export type DeadMetric = Omit<Place, 'origin'>;

/** Tells where and why a metric certainly never has data. */
export type Judge = (metric: WatchedMetric, alarm: MetricAlarmNode, topology: Topology) => DeadMetric | undefined;

/** The bus of rules that name none. */
const DEFAULT_BUS = 'default';

/** The metrics whose sets of dimensions are all known. */
const EXACT = [...ASYNC_METRICS, VISIBLE_MESSAGES, AGE_OF_OLDEST_MESSAGE];

/** Dimensions that no data has: of asynchronous metrics and queues any other set, of other metrics a misspelled name. */
const withOtherDimensions: Judge = metric => {
  const service = serviceMetric(metric);
  const names = dimensionsOf(metric).map(({ name }) => known(name));
  if (!service || 'reason' in metric.dimensions || !names.every(name => name !== undefined)) {
    return undefined;
  }
  const spelled = service.dimensions.flat();
  const isMisspelled = (name: string) => !spelled.includes(name) && spelled.some(each => bare(each) === bare(name));
  const isDead = EXACT.includes(service) ? !isPublishedWith(service, names) : names.some(isMisspelled);
  const remedy = names.includes(EXECUTED_VERSION_DIMENSION) ? rules.WITHOUT_EXECUTED_VERSION : undefined;
  return isDead
    ? { property: metricProperty(metric, 'Dimensions'), value: `${names.join(', ')} for ${service.metricName}`, ...remedy && { remedy } }
    : undefined;
};

/** A function name with a qualifier, or an ARN. */
const withQualifiedName: Judge = metric => {
  const name = ofLambda(metric) ? dimension(metric, FUNCTION_NAME_DIMENSION) : undefined;
  return name && hasColon(name) ? { rule: rules.METRIC_FUNCTION_NAME, property: name.property, value: rendered(name.value) } : undefined;
};

/** A resource that is an alias alone, an ARN, or of another function. */
const withOtherResource: Judge = (metric, _, { functions }) => {
  const [name, resource] = [dimension(metric, FUNCTION_NAME_DIMENSION), dimension(metric, RESOURCE_DIMENSION)];
  if (!ofLambda(metric) || !name || !resource) {
    return undefined;
  }
  const text = known(resource.value);
  const fn = functions.get(referred(name) ?? '');
  const isBare = text !== undefined && !text.includes(':') && (fn && fn.name === undefined ? true : sameText(fn?.name ?? name.value, resource.value) === false);
  const isOther = startsOtherwise(name.value, partsOf(resource.value)[0]);
  return isBare || isOther || isArn(resource)
    ? { rule: rules.METRIC_RESOURCE, property: resource.property, value: rendered(resource.value) }
    : undefined;
};

/** Whether a resource begins with another name than that of the function. */
function startsOtherwise(name: Text, first: Part | undefined): boolean {
  if (typeof first === 'string') {
    return known(name) !== undefined && first.includes(':') && !first.startsWith(`${known(name)}:`);
  }
  return name.kind === 'reference' && first?.kind === 'reference' && first.attribute === 'Name' && name.resource !== first.resource;
}

/** The ARN or URL of a queue, topic or rule instead of its name. */
const withArnOfStore: Judge = (metric, _, { queues }) => {
  const named = serviceMetric(metric) && !ofLambda(metric) ? dimensionsOf(metric) : [];
  const wrong = named.find(each => isArn(each) || (queues.has(referred(each) ?? '') && (each.value as Reference).attribute !== 'Name'));
  return wrong && { rule: rules.METRIC_OF_STORE, property: wrong.property, value: rendered(wrong.value) };
};

/** A rule of a custom bus without that bus. */
const withoutBus: Judge = (metric, _, { deliveries, invocations }) => {
  const service = serviceMetric(metric);
  if (service?.namespace !== SENDER_METRICS['event-rule'].failed.namespace || dimensionsOf(metric).length !== 1) {
    return undefined;
  }
  const bus = [...invocations, ...deliveries].find(({ kind, origin }) => kind === 'event-rule' && origin.key === metric.resource)?.from;
  return bus?.kind === 'bus' && (bus.resource !== undefined || (known(bus.name) ?? DEFAULT_BUS) !== DEFAULT_BUS)
    ? { rule: rules.METRIC_OF_BUS, property: metricProperty(metric, 'Dimensions'), value: `${RULE_NAME_DIMENSION} for a rule of ${rendered(bus.name)}` }
    : undefined;
};

/** The judges of dimensions, from their names to their values. */
export const JUDGES_OF_DIMENSIONS: readonly Judge[] = [withOtherDimensions, withQualifiedName, withOtherResource, withArnOfStore, withoutBus];

function ofLambda(metric: WatchedMetric): boolean {
  return known(metric.namespace) === LAMBDA_NAMESPACE;
}

function dimensionsOf({ dimensions }: WatchedMetric): readonly MetricDimension[] {
  return 'reason' in dimensions ? [] : dimensions;
}

function dimension(metric: WatchedMetric, wanted: string): MetricDimension | undefined {
  return dimensionsOf(metric).find(({ name }) => known(name) === wanted);
}

/** The resource that a value refers to. */
function referred({ value }: MetricDimension): string | undefined {
  return value.kind === 'reference' ? value.resource : undefined;
}

function isArn({ value }: MetricDimension): boolean {
  const [first] = partsOf(value);
  return typeof first === 'string' ? first.startsWith('arn:') : isArnPart(first);
}

/** Whether a name certainly contains a colon. */
function hasColon({ value }: MetricDimension): boolean {
  return partsOf(value).some(part => typeof part === 'string' ? part.includes(':') : isArnPart(part));
}

function isArnPart(part: Part | undefined): boolean {
  return typeof part === 'object' && part.kind === 'reference' && part.attribute === 'Arn';
}
