import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Simulator, runsCode } from '../../../../lib/simulator';
import { shop } from '../../shop';

/** Code that starts a process that never ends, writes both process ids to a file, and does something. */
const source = (file: string, then: string) => `
  const { spawn } = require('node:child_process');
  exports.handler = async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    require('node:fs').writeFileSync(${JSON.stringify(file)}, JSON.stringify([process.pid, child.pid]));
    ${then}
  };`;

const properties = (file: string, then: string) => ({ Runtime: 'nodejs24.x', Handler: 'index.handler', Timeout: 1, Code: { ZipFile: source(file, then) } });

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guard-'));
  file = join(folder, 'pids.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

function isAlive(pid: number): boolean {
  // A process that has ended, but that nobody has waited for, still has its number.
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}

async function allEnd(pids: readonly number[]): Promise<void> {
  while (pids.some(isAlive)) {
    await wait(50);
  }
}

const pids = (): number[] => JSON.parse(readFileSync(file, 'utf8'));

test.each([
  ['times out', 'while (true);'],
  ['exits', 'process.exit(1);'],
])('the processes that the code has started end when it %s', async (_, then) => {
  const sim: Simulator = shop({ orders: properties(file, then) }, { respond: runsCode() });
  await sim.invoke('Orders');
  await sim.clock.advanceBy({ seconds: 2 });
  await sim.close();
  await allEnd(pids());
});

test('the processes that the code has started end when the simulator is closed', async () => {
  const sim: Simulator = shop({ orders: properties(file, '') }, { respond: runsCode() });
  await sim.invoke('Orders');
  await sim.clock.settle();
  expect(pids().every(isAlive)).toBe(true);
  await sim.close();
  await allEnd(pids());
});

test.each<NodeJS.Signals>(['SIGKILL', 'SIGTERM'])('code that never ends ends when the test process is ended by %s', async signal => {
  const lib = resolve(__dirname, '../../../../lib/simulator');
  writeFileSync(join(folder, 'parent.ts'), `
    import { Simulator, runsCode } from ${JSON.stringify(lib)};
    const sim = Simulator.fromTemplates([{ Resources: { Orders: { Type: 'AWS::Lambda::Function', Properties: ${
  JSON.stringify({ ...properties(file, 'while (true);'), Timeout: 900 })} } } }], { respond: runsCode() });
    void sim.invoke('Orders').then(() => sim.clock.settle());`);
  const parent = spawn(process.execPath, ['--import', 'tsx', join(folder, 'parent.ts')], { stdio: 'ignore', cwd: resolve(__dirname, '../../../..') });
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') {
    await wait(50);
  }
  parent.kill(signal);
  await allEnd(pids());
});
