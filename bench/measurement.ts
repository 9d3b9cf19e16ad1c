import type { Ratio } from './ratio';

/** One row of the table. */
export interface Measurement {
  /** What is measured, and in which unit. */
  readonly name: string;
  readonly result: Ratio | number;

  /** @default - it is only told */
  readonly goal?: Goal;
}

/** What a result shall be: the ratio if it has one, else the number itself. */
export interface Goal {
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** Whether a measurement meets its goal. */
export function isMet({ result, goal }: Measurement): boolean {
  const value = typeof result === 'number' ? result : result.ratio;
  return value <= (goal?.atMost ?? Infinity) && value >= (goal?.atLeast ?? -Infinity);
}
