import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COPIES, FUNCTIONS, multiplied, synthesized } from './assemblies';
import { CHECKS, findings, readAssembly } from './built';
import { BENCH } from './folder';
import { collectGarbage } from './garbage';
import type { Measurement } from './measurement';
import { neighbours } from './neighbours';
import { alternately, compared, interleaved, median } from './ratio';

const RUNS = 5;
const RUNS_OF_MANY = 2;
const COMMAND_LINE = join(BENCH, '../build/cli/main.js');

/** What a check of an assembly costs. */
export async function* checks(): AsyncGenerator<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-checks-'));
  try {
    const [small, large] = [join(folder, 'small'), join(folder, 'large')];
    synthesized(small);
    yield { name: 'resources of 400 functions', result: readAssembly(small).resources.size };
    yield { name: 'check of 400 functions, in a process of its own, ms', result: median(Array.from({ length: RUNS }, () => fresh(small))) };
    yield {
      name: 'the command `check` of 400 functions against a process that does nothing, ms',
      result: compared(await alternately(() => elapsed(COMMAND_LINE, 'check', small), () => elapsed('--eval', ''), RUNS), cost => cost),
      goal: { atMost: 3.5 },
    };
    yield* neighbours();
    yield { name: 'heap held by the picture of 400 functions, MB', result: heldBy(small) };
    multiplied(small, large);
    yield {
      name: 'check of one of 10,000 functions against one of 400, ms of CPU',
      result: await interleaved(() => checked(large) / (FUNCTIONS * COPIES), () => checked(small) / FUNCTIONS, RUNS_OF_MANY),
    };
    yield { name: 'heap held by the picture of 10,000 functions, MB', result: heldBy(large) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function elapsed(...args: string[]): number {
  const start = performance.now();
  // The command fails if it finds something, as it does here.
  const { error, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (error || stderr) {
    throw error ?? new Error(stderr);
  }
  return performance.now() - start;
}

function fresh(assembly: string): number {
  return Number(execFileSync(process.execPath, [join(BENCH, 'fresh-check.cjs'), assembly], { encoding: 'utf8' }));
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
