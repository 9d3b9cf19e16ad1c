import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS, pageUrl, RULEBOOK } from '../../lib/checks';
import { rules } from '../constraints/tables';

const LIB = join(__dirname, '../../lib');
const ids = RULEBOOK.map(({ id }) => id);

/** The rules of the warnings that constructs give, by the names in their sources. */
function warned(): string[] {
  return readdirSync(LIB, { recursive: true, encoding: 'utf8' })
    .filter(file => /^(aws|alibaba|provider)\/.*\.ts$/.test(file))
    .flatMap(file => [...readFileSync(join(LIB, file), 'utf8').matchAll(/\bwarn\([^,]+, ([A-Z_]+),/g)].map(([, name]) => name));
}

test('no id has two entries', () => {
  expect(new Set(ids).size).toBe(ids.length);
});

test('the entries begin with the checks', () => {
  expect(ids.slice(0, CHECKS.length)).toEqual(CHECKS.map(({ rule }) => rule.id));
  expect(RULEBOOK.map(({ isChecked }) => isChecked === true)).toEqual(ids.map((_, index) => index < CHECKS.length));
});

test('every warning of a construct has its entry', () => {
  const idOfName = new Map(rules().map(({ name, value }) => [name, value.id]));

  expect(warned().length).toBeGreaterThan(8);
  expect(warned().map(name => idOfName.get(name)!).filter(id => !ids.includes(id))).toEqual([]);
});

test('all rules of an entry have its id', () => {
  for (const { id, rules: own, onFunctionCompute } of RULEBOOK) {
    for (const rule of [...own, ...onFunctionCompute ? [onFunctionCompute] : []]) {
      expect(rule.id).toBe(id);
    }
  }
});

test('all rules of Lambda that have an id of the checks are in its entry', () => {
  const own = new Set(RULEBOOK.flatMap(entry => entry.rules));
  const lambda = rules().filter(({ file, value }) => file.startsWith('aws-lambda/') && ids.includes(value.id));

  expect(lambda.filter(({ value }) => !own.has(value)).map(({ name }) => name)).toEqual([]);
});

test('a page has an absolute address', () => {
  expect(pageUrl('EmptyConfig')).toBe('https://github.com/cdk-async-invoke/cdk-async-invoke/blob/main/docs/rules/EmptyConfig.md');
});
