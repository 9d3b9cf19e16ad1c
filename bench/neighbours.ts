import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { alternately, compared, type Ratio } from './ratio';

const RUNS = 5;

/** Those who check apps, too. cdk-preflight needs a newer aws-cdk-lib than the oldest that we support: `.ci/newest/install` makes a copy that has both. */
const NEIGHBOURS = ['cdk-nag', 'cdk-preflight'];

/** What one check has cost, in milliseconds. */
interface Cost {
  /** By the clock: what a synth takes longer. */
  readonly elapsed: number;

  /** Of all threads, those of the compiler and of the garbage collector included. */
  readonly cpu: number;
}

/** What a check of 400 functions costs where each synth pays for it, in a process of its own that has just synthesized them. */
export async function neighbours(): Promise<Record<string, Ratio>> {
  const rows: Record<string, Ratio> = {};
  for (const neighbour of NEIGHBOURS.filter(isInstalled)) {
    const costs = await alternately(() => costOf('cdk-async-invoke'), () => costOf(neighbour), RUNS);
    rows[`check of 400 functions against ${neighbour}, each in a process of its own, ms`] = compared(costs, ({ elapsed }) => elapsed);
    rows[`check of 400 functions against ${neighbour}, each in a process of its own, ms of CPU`] = compared(costs, ({ cpu }) => cpu);
  }
  return rows;
}

function isInstalled(name: string): boolean {
  try {
    return require.resolve(name) !== '';
  } catch {
    return false;
  }
}

function costOf(check: string): Cost {
  return JSON.parse(execFileSync(process.execPath, [...process.execArgv, join(__dirname, 'fresh-synth.ts'), check], { encoding: 'utf8' }));
}
