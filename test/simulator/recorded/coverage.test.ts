import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEFT_OUT, RECORDED } from './left-out';
import { STORIES } from './story';

const answers = STORIES.flatMap(({ steps }) => steps.flatMap(({ recorded }) => recorded ?? []));
const records: string[] = JSON.parse(readFileSync(join(__dirname, 'records.json'), 'utf8')).records.map(({ recorded }: { recorded: string }) => recorded);
/** Recordings that have a test of their own, whose title names them. */
const own = [...readFileSync(join(__dirname, 'records.test.ts'), 'utf8').matchAll(/^test\('([a-z0-9-]+): .*?(?:\(([a-z0-9_-]+)\))?', async/gm)].flatMap(([, one, other]) => [one, other ?? one]);
const replayed = new Set([...answers, ...records, ...own]);

test('each recording is replayed, or left out for a reason', () => {
  expect(Object.keys(LEFT_OUT).filter(name => replayed.has(name))).toEqual([]);
  expect(replayed.size + Object.keys(LEFT_OUT).length).toBe(RECORDED);
});

test('no recording is replayed twice', () => {
  const both = [...answers, ...records];
  expect(new Set(both).size).toBe(both.length);
});
