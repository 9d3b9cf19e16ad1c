import { watchedFunction, watchedResource } from './watched';
import type { MetricAlarmNode, MetricDimension, WatchedMetric } from '../nodes/alarm';
import type { Declared, Reader } from '../reader';
import type { Property } from '../values/property';
import type { Unknown } from '../values/value';

/** Reads the metrics and expressions of alarms. */
export class MetricReader {
  constructor(private readonly reader: Reader) {}

  /** The metric of an alarm, or those of its expressions. */
  of(declared: Declared): Pick<MetricAlarmNode, 'metrics' | 'expressions' | 'unread'> {
    const { properties } = declared;
    const queries = properties.get('Metrics').items();
    if (queries.length === 0) {
      return { metrics: [this.metric(declared, properties, properties)], expressions: [] };
    }
    const read = queries.filter(query => query.unknown === undefined);
    return {
      metrics: read.filter(query => !query.get('MetricStat').absent).map(query => this.query(declared, query)),
      expressions: read.filter(query => query.has('Expression')).map(query => ({
        id: query.text('Id'),
        property: query.get('Expression').path,
        expression: query.required('Expression'),
        period: query.number('Period'),
        returnsData: query.switch('ReturnData'),
      })),
      unread: queries.find(query => query.unknown !== undefined)?.unknown,
    };
  }

  private query(declared: Declared, query: Property): WatchedMetric {
    const stat = query.get('MetricStat');
    return {
      ...this.metric(declared, stat.get('Metric'), stat),
      id: query.text('Id'),
      account: query.text('AccountId'),
      returnsData: query.switch('ReturnData'),
    };
  }

  /** @param about where the statistic, the period and the unit are */
  private metric(declared: Declared, metric: Property, about: Property): WatchedMetric {
    const namespace = metric.required('Namespace');
    const dimensions = dimensionsOf(metric.get('Dimensions'));
    return {
      property: about.path,
      namespace,
      metricName: metric.required('MetricName'),
      dimensions,
      statistic: about.text('Stat') ?? about.text('Statistic') ?? about.text('ExtendedStatistic'),
      period: about.number('Period'),
      unit: about.word('Unit'),
      function: watchedFunction(this.reader, declared, namespace, dimensions),
      resource: watchedResource(this.reader, declared, namespace, dimensions),
    };
  }
}

function dimensionsOf(property: Property): readonly MetricDimension[] | Unknown {
  return property.unknown ?? property.items().map(dimension => ({
    name: dimension.required('Name'),
    value: dimension.required('Value'),
    property: dimension.get('Value').path,
  }));
}
