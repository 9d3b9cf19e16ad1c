import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { interleaved, type Ratio } from './ratio';

const RUNS = 3;

/**
 * What a check costs where each synth pays for it, in a process of its own, against cdk-preflight. That needs a newer
 * aws-cdk-lib than the oldest that we support: `.ci/newest/install` makes a copy that has both.
 */
export async function neighbours(assembly: string): Promise<Record<string, Ratio>> {
  return isInstalled('cdk-preflight')
    ? { 'check of 400 functions against cdk-preflight, each in a process of its own, ms of CPU': await interleaved(() => alone('ours', assembly), () => alone('preflight', assembly), RUNS) }
    : {};
}

function isInstalled(name: string): boolean {
  try {
    return require.resolve(name) !== '';
  } catch {
    return false;
  }
}

/** The cost that a process reports which does nothing else. */
function alone(check: string, assembly: string): number {
  return Number(execFileSync(process.execPath, [...process.execArgv, join(__dirname, 'alone.ts'), check, assembly], { encoding: 'utf8' }));
}
