import { NO_SAMPLES, type Samples } from './statistics';

/** The resolution of the metrics of AWS services, in milliseconds. */
export const MINUTE = 60_000;

/** What was measured in one minute. */
interface Bucket {
  count: number;
  sum: number;
  minimum: number;
  maximum: number;
  readonly values: number[];
}

/** The values of one metric in the last minutes. It forgets older ones, so that a long simulation needs no more memory than a short one. */
export class MetricSamples {
  /** By the number of the minute since 1970, in ascending order. */
  private readonly buckets = new Map<number, Bucket>();
  private newest = -Infinity;
  private readonly listeners: Array<() => void> = [];

  /** The number of minutes that alarms look back. */
  private minutes = 0;

  /** Whether an alarm needs each value. */
  private keepsValues = false;

  /**
   * Serves one more alarm.
   *
   * @param changed called at the first value of each minute
   */
  serve(minutes: number, keepsValues: boolean, changed: () => void): void {
    this.listeners.push(changed);
    this.minutes = Math.max(this.minutes, minutes);
    this.keepsValues ||= keepsValues;
  }

  /** Adds a value. Time never goes back. */
  add(time: number, value: number): void {
    const minute = Math.floor(time / MINUTE);
    let bucket = this.buckets.get(minute);
    if (bucket === undefined) {
      this.forget(minute);
      bucket = { count: 0, sum: 0, minimum: Infinity, maximum: -Infinity, values: [] };
      this.buckets.set(minute, bucket);
      this.newest = minute;
      this.listeners.forEach(changed => changed());
    }
    bucket.count += 1;
    bucket.sum += value;
    bucket.minimum = Math.min(bucket.minimum, value);
    bucket.maximum = Math.max(bucket.maximum, value);
    if (this.keepsValues) {
      bucket.values.push(value);
    }
  }

  /**
   * The samples of a span that begins and ends with a minute.
   *
   * @param from in milliseconds since 1970, inclusive
   * @param until in milliseconds since 1970, exclusive
   */
  between(from: number, until: number): Samples {
    let samples: Samples = NO_SAMPLES;
    for (const bucket of this.bucketsBetween(from / MINUTE, until / MINUTE)) {
      samples = samples === NO_SAMPLES ? bucket : {
        count: samples.count + bucket.count,
        sum: samples.sum + bucket.sum,
        minimum: Math.min(samples.minimum, bucket.minimum),
        maximum: Math.max(samples.maximum, bucket.maximum),
        values: [...samples.values, ...bucket.values],
      };
    }
    return samples;
  }

  /** Whether no alarm sees any value at a time, in milliseconds since 1970. */
  isEmptyAt(time: number): boolean {
    return this.newest < time / MINUTE - this.minutes;
  }

  clear(): void {
    this.buckets.clear();
    this.newest = -Infinity;
  }

  private bucketsBetween(first: number, last: number): Bucket[] {
    if (this.newest < first) {
      return [];
    }
    if (last - first > this.buckets.size) {
      return [...this.buckets].filter(([minute]) => minute >= first && minute < last).map(([, bucket]) => bucket);
    }
    const found: Bucket[] = [];
    for (let minute = first; minute < last; minute += 1) {
      const bucket = this.buckets.get(minute);
      if (bucket) {
        found.push(bucket);
      }
    }
    return found;
  }

  private forget(minute: number): void {
    for (const old of this.buckets.keys()) {
      if (old >= minute - this.minutes) {
        return;
      }
      this.buckets.delete(old);
    }
  }
}
