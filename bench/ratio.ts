import { collectGarbage } from './garbage';

/** What something costs, and how that compares to a reference. */
export interface Ratio {
  /** Median of the runs. */
  readonly measured: number;

  /** Median of the runs. */
  readonly reference: number;
  readonly ratio: number;
}

/** Runs something once and returns its cost, e.g. in milliseconds. */
export type Cost = () => number | Promise<number>;

/**
 * Measures two things alternately, so that whatever else the machine does falls on both.
 *
 * @param reference what it is compared to
 * @param runs how often each is measured, after one run to warm up
 */
export async function interleaved(measure: Cost, reference: Cost, runs: number): Promise<Ratio> {
  await measure();
  await reference();
  return compared(await alternately(() => withoutGarbage(measure), () => withoutGarbage(reference), runs), cost => cost);
}

/** Does two things alternately, and returns what each has told. */
export async function alternately<T>(
  measure: () => T | Promise<T>, reference: () => T | Promise<T>, runs: number,
): Promise<Array<[measured: T, reference: T]>> {
  const told: Array<[measured: T, reference: T]> = [];
  for (let run = 0; run < runs; run += 1) {
    told.push([await measure(), await reference()]);
  }
  return told;
}

/** The ratio of the medians of one cost. */
export function compared<T>(told: ReadonlyArray<readonly [measured: T, reference: T]>, cost: (told: T) => number): Ratio {
  return ratio(median(told.map(([measured]) => cost(measured))), median(told.map(([, reference]) => cost(reference))));
}

/** Measures on a clean heap: else each pays for what the other has left. */
async function withoutGarbage(measure: Cost): Promise<number> {
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
