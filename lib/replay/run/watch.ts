import { steer, type Moment } from './governor';
import type { ControlItem, TallyItem } from './ledger';
import type { Metrics } from './metrics';
import { returnedObjects, type ReturningObjects } from './returned-objects';
import { JSON_TYPE, type Work } from './work';
import type { RunSettings } from './worker';
import type { ReplayTarget, Watched } from '../../contract/replay';
import { REPLAY_LAYOUT } from '../../contract/replay-layout';
import type { ReplayPlanSummary } from '../../contract/replay-plan';
import { functionParts } from '../plan/function-arn';

/** Moments that are remembered: half an hour of the usual interval. */
const MOMENTS = 60;

/** What `watch` remembers from one run to the next. */
export interface Memory {
  readonly history: readonly Moment[];

  /** Last key that was seen, by bucket and prefix. */
  readonly seen: Readonly<Record<string, string>>;

  /** Sums that the metrics have. */
  readonly told: Readonly<Partial<Record<string, number>>>;
}

export const NOTHING_YET: Memory = { history: [], seen: {}, told: {} };

/** What `watch` looks at. */
export interface Watching extends ReturningObjects {
  readonly work: Work;
  readonly metrics: Metrics;
  readonly targets: readonly ReplayTarget[];
}

/** Looks at a run once: reads the records that came back, adapts the rate, stops the run, and writes its progress. */
export async function watch(run: string, watching: Watching): Promise<Watched> {
  const { ledger, work, metrics, clock } = watching;
  const control = await ledger.control(run);
  if (!control) {
    return { over: true };
  }
  const memory = memoryOf(control);
  const names = await namesOf(control.plan, watching);
  const seen = await returnedObjects(run, control.startedAt, memory.seen, names, watching);
  const tally = await ledger.tally(run);
  const now = clock.now();
  const { sent = 0, throttled = 0, failedAgain = 0, frontier } = tally;
  const eventAge = await metrics.eventAge(names);
  const next = steer(
    { factor: control.factor, sent, throttled, failedAgain, ...frontier !== undefined && { frontier }, ...eventAge !== undefined && { eventAge } },
    memory.history,
    JSON.parse(control.settings) as RunSettings,
  );
  const stops = next.stop !== undefined && (control.state === 'running' || control.state === 'paused');
  const told = tell(tally, memory.told, metrics, stops);
  const history = [...memory.history, { at: now, sent, throttled }].slice(-MOMENTS);
  await ledger.steer(run, {
    factor: next.factor,
    memory: JSON.stringify({ history, seen, told } satisfies Memory),
    ...stops && { state: 'stopped', reason: next.stop },
  });
  const { memory: _, settings: __, ...shown } = { ...control, ...next, ...stops && { state: 'stopped', reason: next.stop } };
  await work.put(REPLAY_LAYOUT.progress(run), `${JSON.stringify({ control: shown, tally, time: new Date(now).toISOString() }, undefined, 2)}\n`, JSON_TYPE);
  return { over: control.state === 'closed' };
}

export function memoryOf({ memory }: ControlItem): Memory {
  return memory === undefined ? NOTHING_YET : JSON.parse(memory) as Memory;
}

/** Names of the functions that get the events. */
async function namesOf(plan: string, { work, targets }: Watching): Promise<string[]> {
  const { groups, target } = JSON.parse(await work.get(REPLAY_LAYOUT.plan(plan)) ?? '{"groups":{"byFunction":{}}}') as ReplayPlanSummary;
  const instead = target === undefined ? undefined : functionParts(target);
  const known = new Set(targets.map(({ functionArn }) => functionParts(functionArn)?.name));
  return instead ? [instead.name] : Object.keys(groups.byFunction).filter(name => known.has(name));
}

const METRICS = { sent: 'Sent', refused: 'Refused', inDoubt: 'InDoubt', throttled: 'Throttled', failedAgain: 'FailedAgain', succeeded: 'Succeeded' } as const;

/** Writes what the metrics do not have yet. */
export function tell(tally: TallyItem, told: Memory['told'], metrics: Metrics, stopped: boolean): Memory['told'] {
  const values = Object.entries(METRICS).map(([sum, name]) => [name, (tally[sum as keyof typeof METRICS] ?? 0) - (told[name] ?? 0)] as const);
  metrics.write({ ...Object.fromEntries(values), Stopped: stopped ? 1 : 0 });
  return Object.fromEntries(values.map(([name, value]) => [name, (told[name] ?? 0) + value]));
}
