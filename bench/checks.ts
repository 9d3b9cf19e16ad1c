import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { COPIES, FUNCTIONS, multiplied, synthesized } from './assemblies';
import { collectGarbage } from './garbage';
import { neighbours } from './neighbours';
import { interleaved, type Ratio } from './ratio';
import { CHECKS, findings } from '../lib/checks';
import { readAssembly } from '../lib/topology';

const RUNS = 5;

/** What a check of an assembly costs. */
export async function checks(): Promise<Record<string, Ratio | number>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-checks-'));
  try {
    const app = synthesized(join(folder, 'small'));
    const [small, large] = [join(folder, 'small'), join(folder, 'large')];
    multiplied(small, large);
    return {
      'resources of 400 functions': readAssembly(small).resources.size,
      "check of 400 functions against cdk-nag's AwsSolutionsChecks, ms of CPU": await interleaved(() => checked(small), () => nagged(app), RUNS),
      ...await neighbours(small),
      'check of one of 10,000 functions against one of 400, ms of CPU': await interleaved(
        () => checked(large) / (FUNCTIONS * COPIES),
        () => checked(small) / FUNCTIONS,
        RUNS,
      ),
      'heap held by the picture of 400 functions, MB': heldBy(small),
      'heap held by the picture of 10,000 functions, MB': heldBy(large),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function checked(assembly: string): number {
  return milliseconds(() => findings(readAssembly(assembly), CHECKS));
}

function nagged(app: App): number {
  return milliseconds(() => new AwsSolutionsChecks(app).validateScope(app));
}

function milliseconds(act: () => unknown): number {
  const start = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function heldBy(assembly: string): number {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const topology = readAssembly(assembly);
  collectGarbage();
  const held = process.memoryUsage().heapUsed - before;
  return topology.functions.size > 0 ? Math.round(held / 1e5) / 10 : 0;
}
