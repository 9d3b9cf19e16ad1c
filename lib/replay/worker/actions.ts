import { createHash, randomUUID } from 'node:crypto';
import type { Clients } from './clients';
import { CloudWatchMetrics } from './cloudwatch-metrics';
import { DynamoLedger } from './dynamo-ledger';
import { LambdaFunctions } from './lambda-functions';
import { S3Objects } from './s3-objects';
import { S3Work } from './s3-work';
import type { Settings } from './settings';
import { SqsQueue } from './sqs-queue';
import { REPLAY_ACTION, type Planned, type ReplayBucket, type ReplayQueue, type ReplayRequest, type ReplaySource, type Sent } from '../../contract/replay';
import { REPLAY_LAYOUT } from '../../contract/replay-layout';
import type { ReplayManifestLine } from '../../contract/replay-plan';
import { InputError } from '../plan/checked-input';
import type { Clock } from '../run/clock';
import type { Ledger } from '../run/ledger';
import { mergePlan } from '../run/merge-plan';
import { Part } from '../run/part';
import { planObjects } from '../run/plan-objects';
import { planQueue } from '../run/plan-queue';
import { planRequest } from '../run/plan-request';
import { prepare } from '../run/prepare';
import type { Queue } from '../run/queue';
import { report } from '../run/report';
import { returnedMessages } from '../run/returned-messages';
import { runObjects } from '../run/run-objects';
import { runQueue } from '../run/run-queue';
import { watch, type Watching } from '../run/watch';
import { LINES_TYPE, type Work } from '../run/work';
import { Worker, type WorkerParts } from '../run/worker';

/** Parts of one run of the worker. */
export interface Parts {
  readonly settings: Settings;
  readonly clients: Clients;
  readonly clock: Clock;

  /** Milliseconds until Lambda ends the worker. */
  remaining(): number;

  /** Writes a line of the log. */
  log(line: object): void;
}

/** Does what a state of the state machine asks for. */
export class Actions {
  private readonly ledger: Ledger;
  private readonly work: Work;

  constructor(private readonly parts: Parts) {
    const { settings: { table, bucket, ledgerDays }, clients, clock } = parts;
    this.ledger = new DynamoLedger(clients.dynamo, table, ledgerDays, clock);
    this.work = new S3Work(clients.s3(), bucket);
  }

  async perform(request: ReplayRequest): Promise<object> {
    const { ledger, work } = this;
    const { settings: { bucket, sources, targets }, clock } = this.parts;
    switch (request.action) {
      case REPLAY_ACTION.prepare:
        return prepare(request.execution, request.input, { work, ledger, clock, bucket, sources, targets, defaults: request.defaults });
      case REPLAY_ACTION.planQueue: return this.planQueue(request.plan, request.source);
      case REPLAY_ACTION.planObjects: return this.planObjects(request.plan, request.source, request.Items);
      case REPLAY_ACTION.mergePlan: return mergePlan(request.plan, work, new Set(this.buckets().map(({ name }) => name)));
      case REPLAY_ACTION.runQueue: return this.runQueue(request.run, request.source);
      case REPLAY_ACTION.runBatch: return this.runBatch(request.run, request.Items);
      case REPLAY_ACTION.watch: return watch(request.run, this.watching());
      case REPLAY_ACTION.close:
        await ledger.steer(request.run, { state: 'closed' });
        return {};
      case REPLAY_ACTION.report: return this.report(request.run);
    }
  }

  private async planQueue(plan: string, name: string): Promise<Planned> {
    const { clock } = this.parts;
    const source = this.source(name, 'queue');
    const part = await this.part(plan);
    await planQueue(part, source, this.queue(source), clock, () => this.parts.remaining());
    return this.write(plan, name, part);
  }

  private async planObjects(plan: string, name: string, items: Parameters<typeof planObjects>[2]): Promise<Planned> {
    const { select = {} } = (await planRequest(this.work, plan)).input;
    const part = await this.part(plan);
    await planObjects(part, name, items, this.objects(name), select);
    // The same batch has the same name, so a repeated state overwrites its part.
    const hash = createHash('sha256').update(JSON.stringify([name, items.map(({ Key }) => Key)])).digest('hex').slice(0, 32);
    // Sorted as the objects are, so that plans without `order` begin with the first keys.
    return this.write(plan, `${name}-${encodeURIComponent(items[0]?.Key ?? '').slice(-200)}-${hash}`, part);
  }

  private async runQueue(run: string, name: string): Promise<Sent> {
    const { clock } = this.parts;
    const source = this.source(name, 'queue');
    const worker = await this.worker(run);
    const planned = new Map<string, string>();
    for await (const line of this.work.lines(REPLAY_LAYOUT.queue(worker.plan, name))) {
      const { id, target } = JSON.parse(line) as ReplayManifestLine;
      planned.set(id, target);
    }
    return runQueue({
      worker,
      queue: this.queue(source),
      clock,
      planned,
      deadLettersOf: source.deadLettersOf,
      remaining: () => this.parts.remaining(),
    });
  }

  private async runBatch(run: string, lines: readonly ReplayManifestLine[]): Promise<Sent> {
    return runObjects(await this.worker(run), lines, name => this.objects(name), this.parts.settings.keepObjects);
  }

  private async report(run: string): Promise<object> {
    const { ledger, work } = this;
    const { clock, settings: { sources } } = this.parts;
    for (const source of sources) {
      if (source.kind === 'queue') {
        await returnedMessages(source, this.queue(source), { ledger, clock, run, remaining: () => this.parts.remaining() });
      }
    }
    await watch(run, this.watching());
    return report(run, { ledger, work, clock, queues: sources.filter(({ kind }) => kind === 'queue').map(({ name }) => name) });
  }

  private worker(run: string): Promise<Worker> {
    const { clients, clock, settings: { targets } } = this.parts;
    const parts: WorkerParts = {
      ledger: this.ledger,
      functions: new LambdaFunctions(clients.lambda),
      clock,
      durable: new Set(targets.filter(({ durable }) => durable).map(({ functionArn }) => functionArn)),
      token: randomUUID,
      remaining: () => this.parts.remaining(),
    };
    return Worker.of(run, parts);
  }

  private async part(plan: string): Promise<Part> {
    const { settings: { targets, keepObjects } } = this.parts;
    const { input: { select = {}, target }, now } = await planRequest(this.work, plan);
    const allowed = new Set(targets.map(({ functionArn }) => functionArn));
    return new Part({ select, now, allowed, ...target !== undefined && { target } }, this.ledger, !keepObjects);
  }

  private async write(plan: string, name: string, part: Part): Promise<Planned> {
    const { text, read, selected } = await part.close();
    await this.work.put(`${REPLAY_LAYOUT.parts(plan)}${name}`, text, LINES_TYPE);
    return { read, selected };
  }

  private watching(): Watching {
    const { ledger, work } = this;
    const { clients, clock, log, settings: { name, targets } } = this.parts;
    const metrics = new CloudWatchMetrics(clients.cloudWatch, clock, name, log);
    return { ledger, work, metrics, clock, buckets: this.buckets(), targets, objects: source => this.objects(source) };
  }

  private buckets(): ReplayBucket[] {
    return this.parts.settings.sources.filter(source => source.kind === 'bucket');
  }

  private queue({ url, region }: ReplayQueue): Queue {
    return new SqsQueue(this.parts.clients.sqs(region), url, (call, error) => this.parts.log({ step: 'not done', call, error }));
  }

  private objects(name: string): S3Objects {
    const { bucket, region } = this.source(name, 'bucket');
    return new S3Objects(this.parts.clients.s3(region), bucket);
  }

  private source<Kind extends ReplaySource['kind']>(name: string, kind: Kind): Extract<ReplaySource, { kind: Kind }> {
    const source = this.parts.settings.sources.find(each => each.name === name);
    if (source?.kind !== kind) {
      throw new InputError(`\`source\` must be the name of a ${kind} of the replay, got: ${JSON.stringify(name)}. Plan again: the replay has changed.`);
    }
    return source as Extract<ReplaySource, { kind: Kind }>;
  }
}
