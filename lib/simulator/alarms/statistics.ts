import { NotKnownError } from '../state/not-known-error';

/** The values of a metric in one period. */
export interface Samples {
  readonly count: number;
  readonly sum: number;
  readonly minimum: number;
  readonly maximum: number;

  /** Each value, in any order; only needed for percentiles. */
  readonly values: readonly number[];
}

/** Samples of a period without data. */
export const NO_SAMPLES: Samples = { count: 0, sum: 0, minimum: Infinity, maximum: -Infinity, values: [] };

/** A statistic: a value for the samples of a period. */
export interface MetricStatistic {
  /** Whether it needs each value. */
  readonly needsValues: boolean;

  /** The value; `undefined` without samples. */
  of(samples: Samples): number | undefined;
}

const STATISTICS: Readonly<Record<string, (samples: Samples) => number>> = {
  SampleCount: ({ count }) => count,
  Sum: ({ sum }) => sum,
  Average: ({ sum, count }) => sum / count,
  Minimum: ({ minimum }) => minimum,
  Maximum: ({ maximum }) => maximum,
};

const PERCENTILE = /^p(?<percent>\d{1,2}(?:\.\d{1,10})?|100)$/;

/**
 * A statistic by its name in CloudWatch.
 *
 * @throws NotKnownError for all but SampleCount, Sum, Average, Minimum, Maximum and percentiles
 */
export function statistic(name: string): MetricStatistic {
  if (Object.hasOwn(STATISTICS, name)) {
    return { needsValues: false, of: samples => samples.count === 0 ? undefined : STATISTICS[name](samples) };
  }
  const percent = PERCENTILE.exec(name)?.groups?.percent;
  if (percent === undefined) {
    throw new NotKnownError(`how CloudWatch computes the statistic \`${name}\``, `Use ${Object.keys(STATISTICS).join(', ')} or a percentile, e.g. p99.`);
  }
  return { needsValues: true, of: ({ values }) => percentile(values, Number(percent)) };
}

/**
 * The smallest value that at least that share of the values does not exceed.
 *
 * "p95 is the 95th percentile and means that 95 percent of the data within the period is lower than this value": no page says
 * how CloudWatch interpolates, so this is a value that was measured.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
 */
function percentile(values: readonly number[], percent: number): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  // Rounded, because 99.9 percent of 1000 are 999.0000000000001 in binary.
  const rank = Math.ceil(Number((percent * sorted.length / 100).toFixed(6)));
  return sorted[Math.max(1, rank) - 1];
}
