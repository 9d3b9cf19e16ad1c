import { functionParts } from './function-arn';
import { REPLAY_BOUNDS, type ReplayInput } from '../../contract/replay';
import type { ReplaySelection } from '../../contract/replay-plan';

/** Thrown for an input that cannot be meant. */
export class InputError extends Error {
  readonly name = 'InputError';
}

/** Checks a value that is present; returns the rule that it breaks, which follows "must". */
type Check = (value: unknown) => string | undefined;

const NAMED = { form: /^[\w-]{1,80}$/, rule: 'be a name: letters, digits, hyphens and underscores' };
const QUALIFIER = /^:(\$LATEST|[\w-]{1,128})$/;

/** Members for each mode. Any other one is refused, because it may be a mistyped one. */
const MEMBERS: Readonly<Record<'plan' | 'run' | 'report', Readonly<Partial<Record<keyof ReplayInput, Check>>>>> = {
  plan: {
    mode: oneOf('plan', 'run', 'report'),
    sources: listOf(text(NAMED.form, NAMED.rule)),
    select: selection,
    order: oneOf('oldest', 'newest'),
    limit: within(REPLAY_BOUNDS.limit),
    target: value => isText(value) && (QUALIFIER.test(value) || functionParts(value)) ? undefined : 'be the ARN of a function, or `:` and a qualifier',
    rate: within(REPLAY_BOUNDS.rate),
    workers: within(REPLAY_BOUNDS.workers),
  },
  run: {
    mode: oneOf('plan', 'run', 'report'),
    plan: text(NAMED.form, NAMED.rule),
    rate: within(REPLAY_BOUNDS.rate),
    workers: within(REPLAY_BOUNDS.workers),
    concurrency: within(REPLAY_BOUNDS.concurrency),
    maxAttempts: within(REPLAY_BOUNDS.maxAttempts),
    inDoubt: oneOf('leave', 'send'),
    maxFailureShare: within({ ...REPLAY_BOUNDS.maxFailureShare, fraction: true }),
    maxEventAge: within(REPLAY_BOUNDS.maxEventAge),
  },
  report: { mode: oneOf('plan', 'run', 'report'), run: text(NAMED.form, NAMED.rule) },
};

const REQUIRED: Readonly<Partial<Record<keyof typeof MEMBERS, keyof ReplayInput>>> = { run: 'plan', report: 'run' };

const SELECTION: Readonly<Record<keyof ReplaySelection, Check>> = {
  from: time,
  until: time,
  minAge: within({ min: 0, max: Infinity, fraction: true }),
  maxAge: within({ min: 0, max: Infinity, fraction: true }),
  functions: listOf(text()),
  qualifiers: listOf(text()),
  conditions: listOf(text()),
  errorTypes: listOf(text()),
  executedVersions: listOf(text()),
  advice: listOf(oneOf('now', 'after-repair', 'unknown', 'never')),
  requestIds: listOf(text()),
};

/**
 * Checks the input of an execution.
 *
 * @throws InputError that names the member, the rule and the value
 */
export function checkedInput(input: unknown): ReplayInput & { readonly mode: 'plan' | 'run' | 'report' } {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new InputError(`The input must be an object, got: ${shown(input)}`);
  }
  const { mode = 'plan' } = input as ReplayInput;
  if (!Object.hasOwn(MEMBERS, mode)) {
    throw new InputError(`\`mode\` must be one of plan, run, report, got: ${shown(mode)}`);
  }
  checkMembers(input, MEMBERS[mode], `in an input with \`mode: ${mode}\``);
  const required = REQUIRED[mode];
  if (required !== undefined && (input as ReplayInput)[required] === undefined) {
    throw new InputError(`\`${required}\` must be given with \`mode: ${mode}\`: the name of the execution that made it.`);
  }
  const { order, limit } = input as ReplayInput;
  if (order !== undefined && (limit === undefined || limit > REPLAY_BOUNDS.orderedLimit.max)) {
    throw new InputError(`\`limit\` must be from ${REPLAY_BOUNDS.orderedLimit.min} to ${REPLAY_BOUNDS.orderedLimit.max} with \`order\`, got: ${shown(limit)}`);
  }
  return { ...input, mode };
}

function checkMembers(value: object, checks: Readonly<Partial<Record<string, Check>>>, where: string, prefix = ''): void {
  for (const [name, member] of Object.entries(value)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (!check) {
      throw new InputError(`\`${prefix}${name}\` must be left out ${where}. The members are: ${Object.keys(checks).join(', ')}.`);
    }
    const broken = member === undefined ? undefined : check(member);
    if (broken !== undefined) {
      throw new InputError(`\`${prefix}${name}\` must ${broken}, got: ${shown(member)}`);
    }
  }
}

function selection(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'be an object';
  }
  checkMembers(value, SELECTION, 'of a selection', 'select.');
  return undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function text(form = /^[^]+$/, rule = 'be a text that is not empty'): Check {
  return value => isText(value) && form.test(value) ? undefined : rule;
}

function time(value: unknown): string | undefined {
  return isText(value) && !Number.isNaN(Date.parse(value)) ? undefined : 'be a time in ISO 8601, e.g. 2026-11-30T08:00:00Z';
}

function oneOf(...choices: readonly string[]): Check {
  return value => isText(value) && choices.includes(value) ? undefined : `be one of ${choices.join(', ')}`;
}

function within({ min, max, fraction = false }: { readonly min: number; readonly max: number; readonly fraction?: boolean }): Check {
  const range = max === Infinity ? `of at least ${min}` : `from ${min} to ${max}`;
  return value => typeof value === 'number' && value >= min && value <= max && (fraction || Number.isInteger(value))
    ? undefined
    : `be ${fraction ? 'a number' : 'an integer'} ${range}`;
}

function listOf(check: Check): Check {
  return value => {
    if (!Array.isArray(value) || value.length === 0) {
      return 'be a list that is not empty';
    }
    const broken = value.map(item => check(item)).find(rule => rule !== undefined);
    return broken === undefined ? undefined : `be a list; each item must ${broken}`;
  };
}

function shown(value: unknown): string {
  const json = value === undefined ? 'nothing' : JSON.stringify(value);
  return json.length > 200 ? `${json.slice(0, 200)}…` : json;
}
