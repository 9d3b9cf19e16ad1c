import { planRequest } from './plan-request';
import { JSON_TYPE, LINES_TYPE, TEXT_TYPE, type LineWriter, type Work } from './work';
import { REPLAY_LAYOUT } from '../../contract/replay-layout';
import type { ReplayManifestLine, ReplayPlanSummary } from '../../contract/replay-plan';
import { FirstEvents } from '../plan/first-events';
import { PlanSums, type PlanFacts } from '../plan/plan-summary';
import type { PartLine, PlannedEvent } from '../plan/planned-event';
import { planInWords } from '../plan/words';

/** Most values of one property in the result of the state, which has 256 KiB. The object has all. */
const MOST_VALUES = 50;

/** Adds up the parts of a plan, chooses the events within the limit, and writes the manifest. The plan itself is written last. */
export async function mergePlan(plan: string, work: Work, bucketSources: ReadonlySet<string>): Promise<ReplayPlanSummary> {
  const { input, now } = await planRequest(work, plan);
  const { order, limit = Infinity, target, rate, workers } = input;
  const sums = new PlanSums();
  const first = order && new FirstEvents(order, limit);
  const writers = new Writers(work, plan, bucketSources);
  const warnings: string[] = [];
  let complete = true;
  let inDoubt = 0;
  const choose = async (event: PlannedEvent) => {
    sums.add({ event });
    await writers.send(event.line);
  };
  try {
    for await (const line of partLines(work, plan)) {
      if ('event' in line) {
        const beyond = first ? first.offer(line.event) : sums.selected < limit ? undefined : line.event;
        if (beyond) {
          sums.leave('beyondLimit');
        } else if (!first) {
          await choose(line.event);
        }
      } else if ('complete' in line) {
        complete &&= line.complete;
        inDoubt += line.inDoubt;
        warnings.push(...line.warnings);
      } else {
        sums.add(line);
        await ('left' in line ? writers.leave(line) : undefined);
      }
    }
    for (const event of first?.inOrder() ?? []) {
      await choose(event);
    }
    await writers.close();
  } catch (error) {
    await writers.abort();
    throw error;
  }
  if (inDoubt > 0) {
    warnings.push(`${inDoubt} of these events ${inDoubt === 1 ? 'is' : 'are'} in doubt since an earlier run: they are left unless the run has \`inDoubt: send\``);
  }
  const facts: PlanFacts = {
    plan, now, complete, warnings, ...target !== undefined && { target }, ...rate !== undefined && { rate }, ...workers !== undefined && { workers },
  };
  const summary = sums.summary(facts);
  await work.put(REPLAY_LAYOUT.planText(plan), planInWords(summary), TEXT_TYPE);
  await work.put(REPLAY_LAYOUT.plan(plan), `${JSON.stringify(summary, undefined, 2)}\n`, JSON_TYPE);
  return sums.summary({ ...facts, mostValues: MOST_VALUES });
}

async function* partLines(work: Work, plan: string): AsyncGenerator<PartLine> {
  for await (const key of work.keys(REPLAY_LAYOUT.parts(plan))) {
    for await (const line of work.lines(key)) {
      yield JSON.parse(line) as PartLine;
    }
  }
}

/** Writes the manifests and the list of what is left. */
class Writers {
  private readonly open = new Map<string, LineWriter>();

  constructor(private readonly work: Work, private readonly plan: string, private readonly buckets: ReadonlySet<string>) {}

  async send(line: ReplayManifestLine): Promise<void> {
    const { plan, buckets } = this;
    await this.write(buckets.has(line.source) ? REPLAY_LAYOUT.objects(plan) : REPLAY_LAYOUT.queue(plan, line.source), line);
  }

  async leave({ left, copy }: Extract<PartLine, { left: unknown }>): Promise<void> {
    await this.write(REPLAY_LAYOUT.left(this.plan), left);
    if (copy && this.buckets.has(copy.source)) {
      await this.send(copy);
    }
  }

  async close(): Promise<void> {
    for (const writer of this.open.values()) {
      await writer.close();
    }
  }

  async abort(): Promise<void> {
    await Promise.allSettled([...this.open.values()].map(writer => writer.abort()));
  }

  private async write(key: string, line: object): Promise<void> {
    const writer = this.open.get(key) ?? this.work.writer(key, LINES_TYPE);
    this.open.set(key, writer);
    await writer.write(JSON.stringify(line));
  }
}
