import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from './checks';
import { commit, worsened } from './committed';
import { constructs } from './constructs';
import { deployTime } from './deploy-time';
import { endpoint } from './endpoint';
import { flows } from './flows';
import { loading } from './loading';
import type { Measurement } from './measurement';
import { wholeApp } from './mixins';
import { replay } from './replay';
import { line, table } from './report';
import { simulator } from './simulator';

const BENCHES = { loading, constructs, wholeApp, checks, simulator, flows, endpoint, deployTime, replay };
const RESULTS = join(__dirname, 'results.json');

const ACCEPT = '--accept';

/**
 * Runs all benches, or those that are named, and tells each result as it comes. A goal that is missed is no failure. A ratio that has become
 * worse than the committed one is, and so is a bench that breaks. `--accept` commits the ratios instead.
 */
async function main(args: readonly string[]): Promise<void> {
  const names = args.filter(arg => arg !== ACCEPT);
  const done: Measurement[] = [];
  for (const [name, bench] of Object.entries(BENCHES).filter(([key]) => names.length === 0 || names.includes(key))) {
    console.log(`\n${name}`);
    try {
      for await (const measurement of bench()) {
        done.push(measurement);
        console.log(`${String(Math.round(process.uptime())).padStart(5)} s  ${line(measurement)}`);
      }
    } catch (error) {
      console.error(error);
      process.exitCode = 1;
    }
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

void main(process.argv.slice(2));
