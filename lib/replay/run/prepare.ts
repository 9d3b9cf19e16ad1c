import type { Clock } from './clock';
import type { Ledger } from './ledger';
import type { PlanRequest } from './plan-request';
import { JSON_TYPE, type Work } from './work';
import type { RunSettings } from './worker';
import {
  RECORD_PREFIX, REPLAY_DEFAULTS, type Prepared, type ReplayBucket, type ReplayDefaults, type ReplayInput, type ReplaySource, type ReplayTarget,
} from '../../contract/replay';
import { REPLAY_LAYOUT } from '../../contract/replay-layout';
import type { ReplayPlanSummary } from '../../contract/replay-plan';
import { checkedInput, InputError } from '../plan/checked-input';
import { functionParts } from '../plan/function-arn';

/** Most prefixes of one bucket. */
const PREFIXES = 40;

/** Events of a queue for which one worker is enough. */
const EVENTS_OF_WORKER = 50;

const DAY = 24 * 3_600_000;

/** What a replay is made of. */
export interface Preparation {
  readonly work: Work;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly bucket: string;
  readonly sources: readonly ReplaySource[];
  readonly targets: readonly ReplayTarget[];

  /** Settings of the construct. */
  readonly defaults?: ReplayDefaults;
}

/**
 * Checks the input of an execution and spreads its work.
 *
 * @throws InputError if the input cannot be meant
 */
export async function prepare(execution: string, given: unknown, preparation: Preparation): Promise<Prepared> {
  const input = checkedInput(given);
  switch (input.mode) {
    case 'plan': return preparePlan(execution, input, preparation);
    case 'run': return prepareRun(execution, input, preparation);
    case 'report': return { mode: 'report', plan: '', run: input.run!, queues: [], prefixes: [], manifests: [], workers: 1 };
  }
}

async function preparePlan(plan: string, input: ReplayInput, { work, clock, sources, targets, defaults }: Preparation): Promise<Prepared> {
  const names = sources.map(({ name }) => name);
  const unknown = input.sources?.find(name => !names.includes(name));
  if (unknown !== undefined) {
    throw new InputError(`\`sources\` must name sources of the replay, got: ${JSON.stringify(unknown)}. They are: ${names.join(', ')}.`);
  }
  const { target } = input;
  const fn = target === undefined ? undefined : functionParts(target);
  if (fn && !targets.some(({ functionArn }) => functionArn === fn.arn)) {
    throw new InputError(`\`target\` must be a function that the replay may invoke, got: ${JSON.stringify(target)}. They are: ${targets.map(({ functionArn }) => functionArn).join(', ')}.`);
  }
  const chosen = sources.filter(({ name }) => input.sources?.includes(name) ?? true);
  const { rate, workers } = { ...defaults, ...input };
  const request: PlanRequest = { input: { ...input, rate, workers }, now: clock.now() };
  await work.put(REPLAY_LAYOUT.request(plan), JSON.stringify(request), JSON_TYPE);
  return {
    mode: 'plan',
    plan,
    run: '',
    queues: chosen.flatMap(({ kind, name }) => kind === 'queue' ? [{ source: name, worker: 0 }] : []),
    prefixes: chosen.flatMap(source => source.kind === 'bucket' ? prefixesOf(source, input, clock.now()) : []),
    manifests: [],
    workers: workers ?? REPLAY_DEFAULTS.workers,
  };
}

/** The prefixes of a bucket in which selected records may be. Lambda puts function and day into the key. */
function prefixesOf({ name: source, bucket, prefix }: ReplayBucket, { select: { functions, from, until } = {} }: ReplayInput, now: number): Prepared['prefixes'] {
  const whole = [{ source, bucket, prefix: prefix ?? RECORD_PREFIX }];
  if ((prefix !== undefined && prefix !== RECORD_PREFIX) || !functions || functions.length > PREFIXES) {
    return whole;
  }
  const first = from === undefined ? undefined : Date.parse(from) - DAY / 24;
  const last = until === undefined ? now : Date.parse(until) + DAY / 24;
  const days = first === undefined ? 0 : Math.floor(last / DAY) - Math.floor(first / DAY) + 1;
  const parts = first === undefined || days < 1 || days * functions.length > PREFIXES
    ? ['']
    : Array.from({ length: days }, (_, day) => `${new Date(first + day * DAY).toISOString().slice(0, 10).replaceAll('-', '/')}/`);
  return functions.flatMap(fn => parts.map(part => ({ source, bucket, prefix: `${RECORD_PREFIX}${fn}/${part}` })));
}

async function prepareRun(run: string, input: ReplayInput, { work, ledger, clock, bucket, sources, defaults }: Preparation): Promise<Prepared> {
  const plan = input.plan!;
  const text = await work.get(REPLAY_LAYOUT.plan(plan));
  if (text === undefined) {
    throw new InputError(`\`plan\` must be the name of a plan that is complete, got: ${JSON.stringify(plan)}. It is the name of the execution that made it.`);
  }
  const { bySource } = JSON.parse(text) as ReplayPlanSummary;
  const unknown = Object.keys(bySource).find(name => !sources.some(source => source.name === name));
  if (unknown !== undefined) {
    throw new InputError(`\`plan\` must have sources of the replay only, got: ${JSON.stringify(unknown)}, which is gone. Plan again.`);
  }
  const { rate, workers, concurrency, maxAttempts, inDoubt, maxFailureShare, maxEventAge } = { ...REPLAY_DEFAULTS, ...defaults, ...input };
  const settings: RunSettings = { workers, maxAttempts, inDoubt, maxFailureShare, maxEventAge };
  await ledger.start({
    id: run,
    plan,
    state: 'running',
    rate,
    concurrency,
    factor: 1,
    settings: JSON.stringify(settings),
    startedAt: clock.now(),
  });
  return {
    mode: 'run',
    plan,
    run,
    queues: sources.filter(({ kind }) => kind === 'queue').flatMap(({ name }) =>
      Array.from({ length: Math.min(workers, Math.ceil((bySource[name] ?? 0) / EVENTS_OF_WORKER)) }, (_, worker) => ({ source: name, worker }))),
    prefixes: [],
    manifests: await has(work, REPLAY_LAYOUT.objects(plan)) ? [{ bucket, key: REPLAY_LAYOUT.objects(plan) }] : [],
    workers,
  };
}

async function has(work: Work, key: string): Promise<boolean> {
  for await (const found of work.keys(key)) {
    return found === key;
  }
  return false;
}
