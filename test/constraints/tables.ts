import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import type { Constraint } from '../../lib/constraints/constraint';
import type { Fact } from '../../lib/constraints/fact';
import type { Reported } from '../../lib/constraints/reported';
import type { Rule } from '../../lib/constraints/rule';

const load = createRequire(__filename);
const LIB = path.join(__dirname, '../../lib/constraints');

/** One exported name of `lib/constraints`. */
export interface Entry<T> {
  readonly file: string;
  readonly name: string;
  readonly value: T;
}

/** Every source file of `lib/constraints`, found in the folder, so that none can be forgotten. */
export function files(): string[] {
  return fs.readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).sort();
}

/** Every exported constraint. */
export function constraints(): Entry<Constraint>[] {
  return exported().filter((entry): entry is Entry<Constraint> => isObjectWith(entry.value, 'kind'));
}

/** Every exported rule, those of limits included. */
export function rules(): Entry<Rule>[] {
  return exported().flatMap(({ value, ...entry }) => isObjectWith(value, 'rule') ? [{ ...entry, value: typeof value.rule === 'string' ? value as Rule : value.rule as Rule }] : []);
}

/** Every exported fact. */
export function facts(): Entry<Fact>[] {
  return exported().filter((entry): entry is Entry<Fact> => isObjectWith(entry.value, 'fact'));
}

/** Every exported limit that is a rule, too. */
export function reportedLimits(): Entry<Reported>[] {
  return constraints().filter((entry): entry is Entry<Reported> => isObjectWith(entry.value, 'rule'));
}

/** The name of everything that the tables export. */
export function names(): string[] {
  return exported().map(({ name }) => name);
}

function exported(): Entry<unknown>[] {
  return files().flatMap(file =>
    Object.entries(load(path.join(LIB, file)) as object).map(([name, value]) => ({ file, name, value })),
  );
}

function isObjectWith<K extends string>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && key in value;
}
