import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COPIES, FUNCTIONS, multiplied, synthesized } from './assemblies';
import { CHECKS, findings, readAssembly } from './built';
import { collectGarbage } from './garbage';
import { neighbours } from './neighbours';
import { interleaved, median, type Ratio } from './ratio';

const RUNS = 5;

/** What a check of an assembly costs. */
export async function checks(): Promise<Record<string, Ratio | number>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-checks-'));
  try {
    synthesized(join(folder, 'small'));
    const [small, large] = [join(folder, 'small'), join(folder, 'large')];
    multiplied(small, large);
    return {
      'resources of 400 functions': readAssembly(small).resources.size,
      'check of 400 functions, in a process of its own, ms': median(Array.from({ length: RUNS }, () => fresh(small))),
      ...await neighbours(),
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

function fresh(assembly: string): number {
  return Number(execFileSync(process.execPath, [join(__dirname, 'fresh-check.cjs'), assembly], { encoding: 'utf8' }));
}

function checked(assembly: string): number {
  const start = process.cpuUsage();
  findings(readAssembly(assembly), CHECKS);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function heldBy(assembly: string): number {
  // Else what earlier readings have left in caches goes while this one comes.
  readAssembly(assembly);
  collectGarbage();
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const topology = readAssembly(assembly);
  collectGarbage();
  const held = process.memoryUsage().heapUsed - before;
  return topology.functions.size > 0 ? Math.round(held / 1e5) / 10 : 0;
}
