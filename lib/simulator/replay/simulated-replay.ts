import { MemoryLedger } from './memory-ledger';
import { MemoryWork } from './memory-work';
import { ReplayClock } from './replay-clock';
import { ReplayedFunctions, ReplayedObjects, ReplayedQueue } from './replay-ports';
import type { ReplaySettings } from './replay-settings';
import { WATCH_SECONDS, type Prepared, type ReplayBucket, type ReplayInput, type ReplayQueue } from '../../contract/replay';
import { REPLAY_LAYOUT } from '../../contract/replay-layout';
import type { ReplayManifestLine, ReplayPlanSummary } from '../../contract/replay-plan';
import type { ReplayReport } from '../../contract/replay-report';
import { mergePlan } from '../../replay/run/merge-plan';
import { Part } from '../../replay/run/part';
import { planObjects } from '../../replay/run/plan-objects';
import { planQueue } from '../../replay/run/plan-queue';
import { planRequest } from '../../replay/run/plan-request';
import { prepare } from '../../replay/run/prepare';
import { report } from '../../replay/run/report';
import { returnedMessages } from '../../replay/run/returned-messages';
import { runObjects } from '../../replay/run/run-objects';
import { runQueue } from '../../replay/run/run-queue';
import { watch, type Watching } from '../../replay/run/watch';
import { LINES_TYPE, type Work } from '../../replay/run/work';
import { Worker } from '../../replay/run/worker';
import type { SimulatedLambda } from '../simulated-lambda';

/** The time that each worker has, in milliseconds. */
const WORKER_TIME = 900_000;

/** Objects or lines of a manifest for one worker. */
const BATCH = 250;

/** What a replay tells at the end of an execution. `name` is that of the execution. */
export type ReplayResult =
  | { readonly mode: 'plan'; readonly name: string; readonly plan: ReplayPlanSummary }
  | { readonly mode: 'run' | 'report'; readonly name: string; readonly report: ReplayReport };

/** A replay of the app: the state machine in the order of its states, and the code of its workers. */
export class SimulatedReplay {
  private readonly ledger = new MemoryLedger();
  private readonly work: Work = new MemoryWork();
  private readonly clock: ReplayClock;
  private executions = 0;

  constructor(private readonly settings: ReplaySettings, private readonly lambda: SimulatedLambda) {
    this.clock = new ReplayClock(lambda);
  }

  /** Starts an execution, and moves the clock to its end. */
  async execute(input: ReplayInput): Promise<ReplayResult> {
    if (input.mode !== 'run' || input.plan !== undefined) {
      return this.clock.during(this.executed(input));
    }
    const { name } = await this.execute({ mode: 'plan' });
    return this.execute({ ...input, plan: name });
  }

  private async executed(input: ReplayInput): Promise<ReplayResult> {
    this.executions += 1;
    const name = `${input.mode ?? 'plan'}-${this.executions}`;
    const { ledger, work, clock } = this;
    const { sources, targets } = this.settings;
    const prepared = await prepare(name, input, { work, ledger, clock, sources, targets, bucket: 'work' });
    switch (prepared.mode) {
      case 'plan': return { mode: 'plan', name, plan: await this.plan(prepared) };
      case 'run': return { mode: 'run', name, report: await this.run(prepared) };
      case 'report': return { mode: 'report', name, report: await this.report(prepared.run) };
    }
  }

  private async plan({ plan, queues, prefixes }: Prepared): Promise<ReplayPlanSummary> {
    for (const { source } of queues) {
      const part = await this.part(plan);
      await planQueue(part, this.source(source, 'queue'), this.queue(source), this.clock, this.remaining());
      await this.write(plan, source, part);
    }
    for (const { source, prefix } of prefixes) {
      const { select = {} } = (await planRequest(this.work, plan)).input;
      const objects = this.objects(source);
      const keys = await objects.keys(prefix, '', Infinity);
      for (let at = 0; at < keys.length; at += BATCH) {
        const part = await this.part(plan);
        await planObjects(part, source, keys.slice(at, at + BATCH).map(Key => ({ Key })), objects, select);
        await this.write(plan, `${source}-${prefix}-${at}`, part);
      }
    }
    return mergePlan(plan, this.work, new Set(this.buckets().map(({ name }) => name)));
  }

  private async run({ plan, run, queues, manifests }: Prepared): Promise<ReplayReport> {
    const watching = this.watchUntilClosed(run);
    for (const { source } of queues) {
      await this.runQueue(plan, run, source);
    }
    if (manifests.length > 0) {
      const lines = await this.manifest(REPLAY_LAYOUT.objects(plan));
      for (let at = 0; at < lines.length; at += BATCH) {
        await runObjects(await this.worker(run), lines.slice(at, at + BATCH), name => this.objects(name), this.settings.keepObjects);
      }
    }
    await this.ledger.steer(run, { state: 'closed' });
    await watching;
    return this.report(run);
  }

  private async runQueue(plan: string, run: string, source: string): Promise<void> {
    const planned = new Map((await this.manifest(REPLAY_LAYOUT.queue(plan, source))).map(({ id, target }) => [id, target]));
    const { deadLettersOf } = this.source(source, 'queue');
    for (let isDone = false; !isDone;) {
      const { done } = await runQueue({
        worker: await this.worker(run), queue: this.queue(source), clock: this.clock, planned, deadLettersOf, remaining: this.remaining(),
      });
      isDone = done;
    }
  }

  private async watchUntilClosed(run: string): Promise<void> {
    while (!(await watch(run, this.watching())).over) {
      await this.clock.sleep(WATCH_SECONDS * 1000);
    }
  }

  private async report(run: string): Promise<ReplayReport> {
    const { ledger, work, clock } = this;
    const queues = this.settings.sources.filter((source): source is ReplayQueue => source.kind === 'queue');
    for (const source of queues) {
      await returnedMessages(source, this.queue(source.name), { ledger, clock, run, remaining: this.remaining() });
    }
    await watch(run, this.watching());
    return report(run, { ledger, work, clock, queues: queues.map(({ name }) => name) });
  }

  private async manifest(key: string): Promise<ReplayManifestLine[]> {
    const lines: ReplayManifestLine[] = [];
    for await (const line of this.work.lines(key)) {
      lines.push(JSON.parse(line) as ReplayManifestLine);
    }
    return lines;
  }

  private worker(run: string): Promise<Worker> {
    const { ledger, clock, lambda } = this;
    const durable = new Set(this.settings.targets.filter(target => target.durable).map(({ functionArn }) => functionArn));
    const functions = new ReplayedFunctions(lambda);
    return Worker.of(run, { ledger, clock, durable, functions, token: () => lambda.newRequestId(), remaining: this.remaining() });
  }

  private async part(plan: string): Promise<Part> {
    const { input: { select = {}, target }, now } = await planRequest(this.work, plan);
    const allowed = new Set(this.settings.targets.map(({ functionArn }) => functionArn));
    return new Part({ select, now, allowed, ...target !== undefined && { target } }, this.ledger, !this.settings.keepObjects);
  }

  private async write(plan: string, name: string, part: Part): Promise<void> {
    const { text } = await part.close();
    await this.work.put(`${REPLAY_LAYOUT.parts(plan)}${name}`, text, LINES_TYPE);
  }

  private watching(): Watching {
    const { ledger, work, clock } = this;
    const metrics = { eventAge: async () => undefined, write: () => {} };
    return { ledger, work, clock, metrics, buckets: this.buckets(), targets: this.settings.targets, objects: name => this.objects(name) };
  }

  /** The time that a worker has from now on. */
  private remaining(): () => number {
    const end = this.clock.now() + WORKER_TIME;
    return () => end - this.clock.now();
  }

  private buckets(): ReplayBucket[] {
    return this.settings.sources.filter((source): source is ReplayBucket => source.kind === 'bucket');
  }

  private queue(name: string): ReplayedQueue {
    const { url } = this.source(name, 'queue');
    const queue = [...this.lambda.sources.queues.values()].find(({ settings }) => url.endsWith(`/${settings.account}/${settings.name}`));
    if (!queue) {
      throw new Error(`The queue of the source \`${name}\` must be one of the app, got: ${url}. Simulate the app that declares it, too.`);
    }
    this.lambda.sources.watch(queue.settings.arn);
    return new ReplayedQueue(queue);
  }

  private objects(name: string): ReplayedObjects {
    const source = this.source(name, 'bucket');
    const bucket = [...this.lambda.sources.buckets.values()].find(({ settings }) => settings.name === source.bucket);
    if (!bucket) {
      throw new Error(`The bucket of the source \`${name}\` must be one of the app, got: ${source.bucket}. Simulate the app that declares it, too.`);
    }
    this.lambda.sources.watch(bucket.settings.arn);
    return new ReplayedObjects(bucket);
  }

  private source<Kind extends 'queue' | 'bucket'>(name: string, kind: Kind): Kind extends 'queue' ? ReplayQueue : ReplayBucket {
    return this.settings.sources.find(source => source.name === name && source.kind === kind) as Kind extends 'queue' ? ReplayQueue : ReplayBucket;
  }
}
