import { isMet, type Goal, type Measurement } from './measurement';

/** A measurement in one line, as it comes. */
export function line(measurement: Measurement): string {
  const { name, goal } = measurement;
  return `${name}: ${resultOf(measurement)}${goal ? ` (goal: ${described(goal)}, ${verdict(measurement)})` : ''}`;
}

/** All measurements below each other, with their goals. */
export function table(measurements: readonly Measurement[]): string {
  const rows = [
    ['Measurement', 'Result', 'Goal', ''],
    ...measurements.map(measurement => [
      measurement.name, resultOf(measurement), measurement.goal ? described(measurement.goal) : '', measurement.goal ? verdict(measurement) : '',
    ]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
  const [head, ...body] = rows.map(row => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
  return [head, widths.map(width => '-'.repeat(width)).join('  ').trimEnd(), ...body].join('\n');
}

function resultOf({ result }: Measurement): string {
  return typeof result === 'number' ? text(result) : `${text(result.ratio)} = ${text(result.measured)} / ${text(result.reference)}`;
}

function described({ atMost, atLeast }: Goal): string {
  return [atMost === undefined ? '' : `at most ${text(atMost)}`, atLeast === undefined ? '' : `at least ${text(atLeast)}`].filter(part => part).join(', ');
}

function verdict(measurement: Measurement): string {
  return isMet(measurement) ? 'met' : 'missed';
}

function text(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 4 });
}
