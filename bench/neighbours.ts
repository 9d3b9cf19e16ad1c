import { execFileSync } from 'node:child_process';
import { compiled } from './folder';
import type { Goal, Measurement } from './measurement';
import { alternately, compared } from './ratio';

const RUNS = 3;

/** Those who check apps, too. cdk-preflight needs a newer aws-cdk-lib than the oldest that we support: `.ci/newest/install` makes a copy that has both. */
const NEIGHBOURS: Readonly<Record<string, { readonly elapsed?: Goal; readonly cpu?: Goal }>> = {
  'cdk-nag': { elapsed: { atMost: 0.07 }, cpu: { atMost: 0.12 } },
  'cdk-preflight': {},
};

/** What one check has cost, in milliseconds. */
interface Cost {
  /** By the clock: what a synth takes longer. */
  readonly elapsed: number;

  /** Of all threads, those of the compiler and of the garbage collector included. */
  readonly cpu: number;
}

/** What a check of 400 functions costs where each synth pays for it, in a process of its own that has just synthesized them. */
export async function* neighbours(): AsyncGenerator<Measurement> {
  for (const [neighbour, goals] of Object.entries(NEIGHBOURS).filter(([name]) => isInstalled(name))) {
    const costs = await alternately(() => costOf('cdk-async-invoke'), () => costOf(neighbour), RUNS);
    const name = `check of 400 functions against ${neighbour}, each in a process of its own, ms`;
    yield { name, result: compared(costs, ({ elapsed }) => elapsed), goal: goals.elapsed };
    yield { name: `${name} of CPU`, result: compared(costs, ({ cpu }) => cpu), goal: goals.cpu };
  }
}

function isInstalled(name: string): boolean {
  try {
    return require.resolve(name) !== '';
  } catch {
    return false;
  }
}

function costOf(check: string): Cost {
  return JSON.parse(execFileSync(process.execPath, [compiled('fresh-synth'), check], { encoding: 'utf8' }));
}
