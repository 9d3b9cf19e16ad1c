// Compares our verdicts with those of event-ruler on generated cases: `tsx compare.ts CLASS_PATH CASES SEED [FILE]`.
// With a file, writes short cases to it, each with its verdict, for the tests to replay.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { cases, type Case } from './cases';
import { verdict } from './verdict';

const [classPath, count, seed, file] = process.argv.slice(2);

/** The file has this many cases, none of them longer. */
const KEPT = 3_000;
const LONGEST = 270;

/** One process of Java takes this many cases. */
const PORTION = 20_000;

function ruled(portion: readonly Case[]): string[] {
  const { status, stdout, stderr } = spawnSync('java', ['-cp', classPath, path.join(__dirname, 'Verdicts.java')], {
    input: portion.map(each => JSON.stringify(each)).join('\n'), encoding: 'utf8', maxBuffer: 2 ** 28,
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return stdout.trimEnd().split('\n');
}

function kept(portion: readonly Case[], answers: readonly string[]): string[] {
  const lines = portion.map(([pattern, event], index) => `${answers[index][0]}\t${pattern}\t${event}\n`);
  return lines.filter((line, index) => line.length <= LONGEST && answers[index] !== '?').slice(0, KEPT);
}

let differences = 0;
const counts: Record<string, number> = { '0': 0, '1': 0, 'x': 0, '?': 0 };
for (let start = 0; start < Number(count); start += PORTION) {
  const portion = fc.sample(cases, { numRuns: Math.min(PORTION, Number(count) - start), seed: Number(seed) + start });
  const answers = ruled(portion);
  if (start === 0 && file) {
    fs.writeFileSync(file, kept(portion, answers).join(''));
  }
  portion.forEach(([pattern, event], index) => {
    counts[answers[index][0]] += 1;
    const ours = verdict(pattern, event);
    if (answers[index] !== '?' && ours[0] !== answers[index][0]) {
      differences += 1;
      if (differences <= 20) {
        console.error(`${pattern} ON ${event}: event-ruler says ${answers[index]}, we say ${ours}`);
      }
    }
  });
}
console.log(`${JSON.stringify(counts)}, ${differences} differences`);
process.exitCode = differences === 0 ? 0 : 1;
