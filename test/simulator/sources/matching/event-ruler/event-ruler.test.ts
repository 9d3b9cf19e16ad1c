import * as fs from 'node:fs';
import * as path from 'node:path';
import { verdict } from './verdict';
import { compiledPattern } from '../../../../../lib/simulator/sources/matching/event-pattern';

const VERDICTS = fs.readFileSync(path.join(__dirname, 'verdicts.tsv'), 'utf8').trimEnd().split('\n').map(line => line.split('\t') as [string, string, string]);

test('matches what event-ruler matches, and refuses what it refuses', () => {
  const differences = VERDICTS.filter(([theirs, pattern, event]) => verdict(pattern, event)[0] !== theirs);

  expect(differences).toEqual([]);
});

test('matches values of JavaScript as it matches their text', () => {
  const simple = VERDICTS.filter(([theirs, ...texts]) => theirs !== 'x' && texts.every(hasOnlyDoubles));
  const differences = simple.filter(([theirs, pattern, event]) => compiledPattern(JSON.parse(pattern) as object)(JSON.parse(event)) !== (theirs === '1'));

  expect(simple.length).toBeGreaterThan(1_500);
  expect(differences).toEqual([]);
});

test('replays as many matches as mismatches, and refusals', () => {
  const share = (verdictOfCases: string) => VERDICTS.filter(([each]) => each === verdictOfCases).length / VERDICTS.length;

  expect(VERDICTS).toHaveLength(3_000);
  expect(share('1')).toBeGreaterThan(0.3);
  expect(share('0')).toBeGreaterThan(0.3);
  expect(share('x')).toBeGreaterThan(0.1);
});

/** Whether JavaScript keeps all numbers of a text. */
function hasOnlyDoubles(text: string): boolean {
  return !/\d{16}|e[-+]?\d{3}/i.test(text);
}
