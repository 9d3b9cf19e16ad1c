import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from './checks';
import { commit, worsened } from './committed';
import { constructs } from './constructs';
import { deployTime } from './deploy-time';
import { endpoint } from './endpoint';
import { flows } from './flows';
import { BENCH, compiled } from './folder';
import { loading } from './loading';
import type { Measurement } from './measurement';
import { wholeApp } from './mixins';
import { replay } from './replay';
import { line, table } from './report';
import { simulator } from './simulator';

const BENCHES: Readonly<Record<string, () => AsyncGenerator<Measurement>>> = {
  loading, constructs, wholeApp, checks, simulator, flows, endpoint, deployTime, replay,
};
const RESULTS = join(BENCH, 'results.json');
const ACCEPT = '--accept';

/**
 * Runs all benches, or those that are named, and tells each result as it comes. A goal that is missed is no failure. A ratio that has become
 * worse than the committed one is, and so is a bench that breaks. `--accept` commits the ratios instead.
 */
async function main(args: readonly string[]): Promise<void> {
  const names = args.filter(arg => arg !== ACCEPT);
  const done: Measurement[] = [];
  for (const name of Object.keys(BENCHES).filter(key => names.length === 0 || names.includes(key))) {
    console.log(`\n${name}`);
    done.push(...await inOwnProcess(name));
  }
  writeFileSync(RESULTS, `${JSON.stringify(done, undefined, 2)}\n`);
  const worse = args.includes(ACCEPT) ? [] : worsened(done);
  if (args.includes(ACCEPT)) {
    commit(done);
  }
  if (worse.length > 0) {
    process.exitCode = 1;
  }
  console.log(`\n${table(done)}\n${['', ...worse].join('\n')}\nThe results are in ${RESULTS}. It took ${Math.round(process.uptime())} s.`);
}

/** Runs a bench where no other has left a large heap, and code that was optimized for something else. */
async function inOwnProcess(name: string): Promise<Measurement[]> {
  const done: Measurement[] = [];
  const child = fork(compiled('main'), [name]);
  child.on('message', (measurement: Measurement) => {
    done.push(measurement);
    console.log(`${String(Math.round(process.uptime())).padStart(5)} s  ${line(measurement)}`);
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) {
    process.exitCode = 1;
  }
  return done;
}

async function run(name: string): Promise<void> {
  for await (const measurement of BENCHES[name]()) {
    process.send!(measurement);
  }
  process.disconnect();
}

void (process.send ? run(process.argv[2]) : main(process.argv.slice(2)));
