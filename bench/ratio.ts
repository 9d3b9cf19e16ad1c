import { collectGarbage } from './garbage';

/** What something costs, and how that compares to a reference. */
export interface Ratio {
  /** Median of the runs. */
  readonly measured: number;

  /** Median of the runs. */
  readonly reference: number;
  readonly ratio: number;
}

/**
 * Measures two things alternately, so that whatever else the machine does falls on both.
 *
 * @param measure runs once and returns the cost, e.g. in milliseconds
 * @param reference the same for what it is compared to
 * @param runs how often each is measured, after one run to warm up
 */
export function interleaved(measure: () => number, reference: () => number, runs: number): Ratio {
  measure();
  reference();
  const costs = Array.from({ length: runs }, () => [withoutGarbage(measure), withoutGarbage(reference)]);
  return ratio(median(costs.map(([cost]) => cost)), median(costs.map(([, cost]) => cost)));
}

/** Measures on a clean heap: else each pays for what the other has left. */
function withoutGarbage(measure: () => number): number {
  collectGarbage();
  return measure();
}

/** The ratio of two costs. */
export function ratio(measured: number, reference: number): Ratio {
  return { measured: rounded(measured), reference: rounded(reference), ratio: rounded(measured / reference) };
}

/** The one in the middle. */
export function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
