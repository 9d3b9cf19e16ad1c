import type { Clock } from './clock';
import { controlOf } from './control';
import { WORKER_GONE, type EventItem, type Ledger, type ReplayItem } from './ledger';
import { pool } from './pool';
import { CSV_TYPE, JSON_TYPE, LINES_TYPE, type Work } from './work';
import { REPLAY_LAYOUT } from '../../contract/replay-layout';
import type { ReplayManifestLine } from '../../contract/replay-plan';
import { REPLAY_FATE, type ReplayFate, type ReplayReport, type ReplayReportLine } from '../../contract/replay-report';
import { Counts } from '../plan/counts';

/** Events that are looked up at once, and look-ups at the same time. */
const CHUNK = 50;
const READERS = 8;

/** Most errors in the summary. */
const MOST_ERRORS = 50;

const COLUMNS = ['id', 'source', 'target', 'fate', 'newId', 'error', 'attempts', 'time'] as const;

/** Where a report reads and writes. */
export interface Reporting {
  readonly ledger: Ledger;
  readonly work: Work;
  readonly clock: Clock;
  readonly queues: readonly string[];
}

/** Writes the report of a run: compares each planned event with the ledger, so that also a worker that disappeared is told. */
export async function report(run: string, { ledger, work, clock, queues }: Reporting): Promise<ReplayReport> {
  const { plan, reason } = await controlOf(run, ledger);
  const fates = Object.fromEntries(Object.values(REPLAY_FATE).map(fate => [fate, 0])) as Record<ReplayFate, number>;
  const refusals = new Counts();
  let planned = 0;
  const lines = work.writer(REPLAY_LAYOUT.report(run), LINES_TYPE);
  const table = work.writer(REPLAY_LAYOUT.table(run), CSV_TYPE);
  try {
    await table.write(COLUMNS.join(','));
    await pool(chunks(manifests(work, plan, queues)), () => READERS, async chunk => {
      for (const line of await fatesOf(chunk, ledger, clock.now())) {
        planned += 1;
        fates[line.fate] += 1;
        if (line.fate === REPLAY_FATE.refused) {
          refusals.add(line.error ?? 'unknown');
        }
        await lines.write(JSON.stringify(line));
        await table.write(COLUMNS.map(name => cell(line[name])).join(','));
      }
      return true;
    });
    await lines.close();
    await table.close();
  } catch (error) {
    await Promise.allSettled([lines.abort(), table.abort()]);
    throw error;
  }
  const summary: ReplayReport = {
    run,
    plan,
    time: new Date(clock.now()).toISOString(),
    planned,
    fates,
    ...reason !== undefined && { stopped: reason },
    refusals: refusals.sorted(MOST_ERRORS),
  };
  await work.put(REPLAY_LAYOUT.summary(run), `${JSON.stringify(summary, undefined, 2)}\n`, JSON_TYPE);
  return summary;
}

/** The lines of all manifests of a plan. */
async function* manifests(work: Work, plan: string, queues: readonly string[]): AsyncGenerator<ReplayManifestLine> {
  for (const key of [REPLAY_LAYOUT.objects(plan), ...queues.map(name => REPLAY_LAYOUT.queue(plan, name))]) {
    for await (const line of work.lines(key)) {
      const read = JSON.parse(line) as ReplayManifestLine;
      if (!read.copyOnly) {
        yield read;
      }
    }
  }
}

async function* chunks<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length === CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  yield* chunk.length > 0 ? [chunk] : [];
}

async function fatesOf(lines: readonly ReplayManifestLine[], ledger: Ledger, now: number): Promise<ReplayReportLine[]> {
  const { events } = await ledger.find(lines.map(({ id }) => id));
  const newIds = [...events.values()].flatMap(({ newId }) => newId === undefined ? [] : [newId]);
  const { replays } = newIds.length > 0 ? await ledger.find(newIds) : { replays: new Map<string, ReplayItem>() };
  return Promise.all(lines.map(async ({ id, source, target }) => {
    const event = events.get(id);
    if (!event) {
      return { id, source, target, fate: REPLAY_FATE.notSent };
    }
    // A worker that disappeared: from now on, the ledger says so, too.
    const isLost = event.state === 'sending' && event.lease <= now && await ledger.doubt(event, now);
    const fate = isLost ? REPLAY_FATE.inDoubt : fateOf(event, event.newId === undefined ? undefined : replays.get(event.newId));
    const { newId, attempts, at } = event;
    const error = isLost ? WORKER_GONE : event.error;
    return {
      id,
      source,
      target: event.target,
      fate,
      ...newId !== undefined && { newId },
      ...error !== undefined && { error },
      attempts,
      time: new Date(at).toISOString(),
    };
  }));
}

function fateOf({ state }: EventItem, replay: ReplayItem | undefined): ReplayFate {
  switch (state) {
    case 'sending': return REPLAY_FATE.sending;
    case 'refused': return REPLAY_FATE.refused;
    case 'in-doubt': return REPLAY_FATE.inDoubt;
    case 'sent': return replay?.outcome === undefined ? REPLAY_FATE.sent : replay.outcome === 'failed' ? REPLAY_FATE.failedAgain : REPLAY_FATE.succeeded;
  }
}

/** A cell of a CSV file. Spreadsheets take a text that begins with `=`, `+`, `-` or `@` for a formula. */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '').replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
