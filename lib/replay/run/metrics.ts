import type { REPLAY_METRICS } from '../../contract/replay';

/** Metrics that a run reads and writes. */
export interface Metrics {
  /** Largest `AsyncEventAge` of some functions in the last minutes, in milliseconds; undefined without a datapoint, or if it cannot be read. */
  eventAge(functions: readonly string[]): Promise<number | undefined>;

  /** Writes values, which CloudWatch adds up. */
  write(values: Readonly<Partial<Record<(typeof REPLAY_METRICS)['names'][number], number>>>): void;
}
