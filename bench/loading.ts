import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { BENCH } from './folder';
import type { Measurement } from './measurement';
import { median, ratio } from './ratio';

const RUNS = 5;

/** What the library adds to the start of an app that has loaded the same modules of aws-cdk-lib. */
export async function* loading(): AsyncGenerator<Measurement> {
  const modules = fresh('');
  const costs = Array.from({ length: RUNS }, (): Record<'whole' | 'used' | 'reference', number> => JSON.parse(fresh(modules)));
  const against = (part: 'whole' | 'used') => ratio(median(costs.map(cost => cost[part])), median(costs.map(({ reference }) => reference)));
  yield { name: 'loading the library against App, Stack and Function of aws-cdk-lib, ms', result: against('whole'), goal: { atMost: 0.2 } };
  yield { name: 'loading the library and its AsyncFunction against the same, ms', result: against('used') };
}

function fresh(input: string): string {
  return execFileSync(process.execPath, [join(BENCH, 'fresh-loading.cjs')], { encoding: 'utf8', input });
}
