import type { ReplayCounts } from '../../contract/replay-plan';

/** Most values that are counted apart: error types can be anything. */
export const MOST_VALUES = 1000;

/** Name under which all further values are counted. */
export const OTHERS = '(others)';

/** Counts values. */
export class Counts {
  private readonly numbers = new Map<string, number>();

  add(value: string, number = 1): void {
    const name = this.numbers.has(value) || this.numbers.size < MOST_VALUES ? value : OTHERS;
    this.numbers.set(name, (this.numbers.get(name) ?? 0) + number);
  }

  /**
   * The numbers, largest first.
   *
   * @param most number of values; the others are summed up
   */
  sorted(most = MOST_VALUES): ReplayCounts {
    const entries = [...this.numbers].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const rest = entries.slice(most).reduce((sum, [, number]) => sum + number, 0);
    const shown = new Map(entries.slice(0, most));
    if (rest > 0) {
      shown.set(OTHERS, (shown.get(OTHERS) ?? 0) + rest);
    }
    return Object.fromEntries(shown);
  }
}
