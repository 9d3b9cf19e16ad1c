import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Measurement } from './measurement';
import { median, ratio } from './ratio';

const RUNS = 5;

/** What the library adds to the start of an app that has loaded the same modules of aws-cdk-lib. */
export async function* loading(): AsyncGenerator<Measurement> {
  const modules = fresh('');
  const costs = Array.from({ length: RUNS }, (): { measured: number; reference: number } => JSON.parse(fresh(modules)));
  yield {
    name: 'loading the library against App, Stack and Function of aws-cdk-lib, ms',
    result: ratio(median(costs.map(({ measured }) => measured)), median(costs.map(({ reference }) => reference))),
    goal: { atMost: 0.2 },
  };
}

function fresh(input: string): string {
  return execFileSync(process.execPath, [join(__dirname, 'fresh-loading.cjs')], { encoding: 'utf8', input });
}
