import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH } from './folder';
import type { Measurement } from './measurement';

/** The ratios of the last commit that changed what they measure. What costs so many milliseconds depends on the machine, and is not among them. */
const FILE = join(BENCH, 'committed.json');

/** The share by which a ratio may become worse by chance: those of two runs on a machine with two shared cores differ by up to a third. */
const NOISE = 0.35;

type Committed = Readonly<Record<string, number>>;

/** The measurements whose ratio has become worse than the committed one, each as a sentence. */
export function worsened(measurements: readonly Measurement[], committed: Committed = read()): string[] {
  return measurements.flatMap(measurement => {
    const ratio = ratioOf(measurement);
    const before = committed[measurement.name];
    const isWorse = ratio !== undefined && before !== undefined
      && (measurement.goal?.atLeast === undefined ? ratio > before * (1 + NOISE) : ratio < before * (1 - NOISE));
    return isWorse ? [`${measurement.name}: the ratio was ${before} and is ${ratio}`] : [];
  });
}

/** Commits the ratios of measurements, and keeps those of others. */
export function commit(measurements: readonly Measurement[]): void {
  const ratios = measurements.flatMap(measurement => {
    const ratio = ratioOf(measurement);
    return ratio === undefined ? [] : [[measurement.name, ratio] as const];
  });
  writeFileSync(FILE, `${JSON.stringify({ ...read(), ...Object.fromEntries(ratios) }, undefined, 2)}\n`);
}

function ratioOf({ result }: Measurement): number | undefined {
  return typeof result === 'number' ? undefined : result.ratio;
}

function read(): Committed {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Committed;
}
