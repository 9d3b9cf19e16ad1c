/** The number of repetitions that are printed in full. */
const MOST_REPEATS = 3;

/** The most lines that may repeat together, e.g. the start and the failure of a run. */
const LONGEST_PERIOD = 4;

/** A timeline without the middle of long repetitions, such as throttles. Lines are equal if they differ in times and counts of receives only. */
export function abridged(timeline: readonly string[]): string[] {
  const said = timeline.map(line => line.replace(/^(\s*)[\d:.]+ {2}/, '$1').replace(/ \(receive \d+\)$/, ''));
  const lines: string[] = [];
  for (let index = 0; index < timeline.length;) {
    const { period, times } = repetition(said, index);
    if (times <= MOST_REPEATS) {
      lines.push(timeline[index]);
      index += 1;
    } else {
      const end = index + period * times;
      const [indent] = /^\s*/.exec(timeline[index])!;
      lines.push(...timeline.slice(index, index + period), `${indent}... ${times - 2} more times the same`, ...timeline.slice(end - period, end));
      index = end;
    }
  }
  return lines;
}

/** The shortest lines from here on that repeat, and how often they occur. */
function repetition(said: readonly string[], from: number): { readonly period: number; readonly times: number } {
  for (let period = 1; period <= LONGEST_PERIOD; period += 1) {
    let end = from + period;
    while (end < said.length && said[end] === said[end - period]) {
      end += 1;
    }
    const times = Math.floor((end - from) / period);
    if (times > MOST_REPEATS) {
      return { period, times };
    }
  }
  return { period: 1, times: 1 };
}
