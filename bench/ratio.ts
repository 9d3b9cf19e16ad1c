/** What two ways of doing the same cost, and their ratio. */
export interface Ratio {
  /** Median of the runs. */
  readonly ours: number;

  /** Median of the runs. */
  readonly theirs: number;
  readonly ratio: number;
}

/**
 * Measures two ways alternately, so that whatever else the machine does falls on both.
 *
 * @param measure runs once and returns the cost, e.g. in milliseconds
 * @param runs how often each way is measured, after one run to warm up
 */
export function interleaved(ours: () => number, theirs: () => number, runs: number): Ratio {
  ours();
  theirs();
  const costs = { ours: [] as number[], theirs: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    costs.ours.push(ours());
    costs.theirs.push(theirs());
  }
  return ratio(median(costs.ours), median(costs.theirs));
}

/** The ratio of two costs. */
export function ratio(ours: number, theirs: number): Ratio {
  return { ours: rounded(ours), theirs: rounded(theirs), ratio: rounded(ours / theirs) };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
