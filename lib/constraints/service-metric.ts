import type { Evidence } from './evidence';

/** A metric that a service publishes to CloudWatch, as far as it is documented. */
export interface ServiceMetric {
  readonly namespace: string;
  readonly metricName: string;
  readonly unit: 'Count' | 'Milliseconds' | 'Seconds';

  /** The statistic that answers the usual question; `Maximum` metrics also have percentiles where the page says so. */
  readonly statistic: 'Sum' | 'Maximum' | 'Average';

  /** The sets of dimensions with which the service publishes it. An alarm with another set never gets data. */
  readonly dimensions: readonly (readonly string[])[];

  /** A sentence about what it counts or measures. */
  readonly says: string;

  /** Where the metric is documented. */
  readonly source: string;

  /** Evidence for the dimensions, where no page states them for each metric. */
  readonly evidence?: Evidence;
}

/** Whether a service publishes a metric with exactly these dimensions. */
export function isPublishedWith({ dimensions }: ServiceMetric, names: readonly string[]): boolean {
  return dimensions.some(set => set.length === names.length && set.every(name => names.includes(name)));
}
