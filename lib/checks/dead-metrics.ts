import { JUDGES_OF_DIMENSIONS, type DeadMetric, type Judge } from './dead-dimensions';
import { nameOf } from './names';
import { bare, METRICS, serviceMetric, UNMISTAKABLE } from './service-metrics';
import * as rules from '../constraints/aws-cloudwatch/alarm';
import { known, metricProperty, type MetricAlarmNode, type Topology, type WatchedMetric } from '../topology';

/** The prefix of the namespaces of AWS, which nobody else can publish to. */
const OF_AWS = 'AWS/';

/** Where and why a metric certainly never has data; `undefined` if it may have some. */
export function deadMetric(metric: WatchedMetric, alarm: MetricAlarmNode, topology: Topology): DeadMetric | undefined {
  for (const judge of JUDGES) {
    const found = judge(metric, alarm, topology);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** A namespace of AWS in another spelling, or another one than that of the metric. */
const inOtherNamespace: Judge = metric => {
  const [namespace, name] = [known(metric.namespace), known(metric.metricName)];
  if (namespace === undefined || name === undefined || !namespace.startsWith(OF_AWS)) {
    return undefined;
  }
  const misspelled = METRICS.find(each => each.namespace !== namespace && each.namespace.toLowerCase() === namespace.toLowerCase());
  const elsewhere = UNMISTAKABLE.find(each => each.metricName === name);
  const right = misspelled?.namespace ?? elsewhere?.namespace;
  const reason = misspelled ? 'the service writes' : `${name} is in`;
  return right === undefined || right === namespace
    ? undefined
    : { rule: rules.METRIC_NAMESPACE, property: metricProperty(metric, 'Namespace'), value: `${namespace}, while ${reason} ${right}` };
};

/** A name that differs from that of a metric by its case or a plural only. */
const misnamed: Judge = metric => {
  const name = known(metric.metricName);
  const own = METRICS.filter(({ namespace }) => namespace === known(metric.namespace));
  const isRight = name === undefined || own.some(({ metricName }) => metricName === name);
  const meant = isRight ? undefined : own.find(({ metricName }) => bare(metricName) === bare(name));
  return meant && { rule: rules.METRIC_NAME, property: metricProperty(metric, 'MetricName'), value: `${name}, while the service writes ${meant.metricName}` };
};

/** A unit in which the service does not publish the metric. */
const inOtherUnit: Judge = metric => {
  const service = serviceMetric(metric);
  const unit = known(metric.unit);
  return service && unit !== undefined && unit !== service.unit
    ? {
      rule: rules.METRIC_UNIT,
      property: metricProperty(metric, 'Unit'),
      value: `${unit}, while ${service.metricName} is in ${service.unit}`,
      ...service.unit === 'Milliseconds' && { remedy: rules.IN_MILLISECONDS },
    }
    : undefined;
};

/** A function or queue of another Region or account. */
const ofOtherRegion: Judge = (metric, { stack }, topology) => {
  const { stacks, resources } = topology;
  const key = metric.function?.kind === 'function' ? metric.function.resource : metric.resource;
  const home = stacks.get(resources.get(key ?? '')?.stack ?? '');
  const here = stacks.get(stack);
  if (!home || !here || key === undefined) {
    return undefined;
  }
  const isOther = differ(home.region, here.region) || (metric.account === undefined && differ(home.account, here.account));
  const value = `${nameOf(topology, key)} in ${placed(home)}, while the alarm is in ${placed(here)}`;
  return isOther ? { rule: rules.METRIC_OF_OTHER_REGION, property: metricProperty(metric, 'Dimensions'), value } : undefined;
};

const JUDGES: readonly Judge[] = [inOtherNamespace, misnamed, ...JUDGES_OF_DIMENSIONS, inOtherUnit, ofOtherRegion];

function differ(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && left !== right;
}

function placed({ account, region }: { readonly account?: string; readonly region?: string }): string {
  return [account, region].filter(part => part !== undefined).join('/');
}
