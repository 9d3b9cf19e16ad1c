import * as fs from 'node:fs';
import * as path from 'node:path';
import { schedule } from '../../../../lib/simulator/sources/schedules/schedule';

// The dialect of EventBridge is that of Quartz, without seconds. See quartz/regenerate.
const verdicts = fs.readFileSync(path.join(__dirname, 'quartz/verdicts.tsv'), 'utf8').replace(/\n$/, '').split('\n').map(line => line.split('\t'));

const FIRINGS = 4;

/** Quartz looks ahead for about a hundred years. */
const HORIZON = Date.parse('2120-01-01T00:00:00Z');

test('cron expressions fire when Quartz says', () => {
  const differing = verdicts.filter(([fields, start, firings]) => {
    const { next } = schedule(`cron(${fields})`, { kind: 'rule', createdAt: Date.parse(`${start}Z`) });
    const found: string[] = [];
    for (let at = next(); at !== undefined && at < HORIZON && found.length < FIRINGS; at = next(at)) {
      found.push(new Date(at).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length));
    }
    return found.join(' ') !== firings.split(' ').filter(firing => Date.parse(`${firing}Z`) < HORIZON).join(' ');
  });

  expect(differing).toEqual([]);
  expect(verdicts).toHaveLength(400);
});
