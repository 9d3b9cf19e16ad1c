import { DynamoTable } from './dynamo-table';
import { LambdaFunctionsServer } from './lambda-functions';
import { S3Buckets } from './s3-buckets';
import { SqsQueues } from './sqs-queues';
import { VirtualClock } from './virtual-clock';
import { REPLAY_ACTION, type ReplayQueue, type ReplayRequest, type ReplaySource, type ReplayTarget } from '../../../lib/contract/replay';
import { Actions, type Parts } from '../../../lib/replay/worker/actions';
import { Clients } from '../../../lib/replay/worker/clients';
import type { Settings } from '../../../lib/replay/worker/settings';
import { pointSdkTo } from '../../handler/loopback/environment';
import { ScriptedServer, type Answer, type ReceivedRequest } from '../../handler/loopback/scripted-server';

const MINUTE = 60_000;

/** All services that a replay uses, each on a port of this machine. */
export class Services {
  static async start(): Promise<Services> {
    const services = new Services();
    const start = (answer: (request: ReceivedRequest) => Answer) => ScriptedServer.start(answer);
    services.servers = {
      DYNAMODB: await start(request => services.table.answer(request)),
      SQS: await start(request => services.queues.answer(request)),
      S3: await start(request => services.buckets.answer(request)),
      LAMBDA: await start(request => services.lambda.answer(request)),
      CLOUDWATCH: await start(() => ({ status: 403, body: '' })),
    };
    services.restore = pointSdkTo(Object.fromEntries(Object.entries(services.servers).map(([name, { url }]) => [name, url])));
    return services;
  }

  clock = new VirtualClock();
  table = new DynamoTable();
  queues = new SqsQueues(this.clock);
  buckets = new S3Buckets();
  lambda = new LambdaFunctionsServer();
  servers!: Record<'DYNAMODB' | 'SQS' | 'S3' | 'LAMBDA' | 'CLOUDWATCH', ScriptedServer>;
  readonly log: object[] = [];
  private restore!: () => void;

  /** The source `failed`. */
  get queue(): ReplayQueue {
    return { name: 'failed', kind: 'queue', url: `${this.servers.SQS.url}/123456789012/failed` };
  }

  /** Forgets everything. */
  reset(): void {
    this.clock = new VirtualClock();
    this.table = new DynamoTable();
    this.queues = new SqsQueues(this.clock);
    this.buckets = new S3Buckets();
    this.lambda = new LambdaFunctionsServer();
    this.log.length = 0;
    Object.values(this.servers).forEach(({ requests }) => requests.length = 0);
  }

  /** Remembers what is stored; returns a function that forgets everything since. */
  snapshot(): () => void {
    const now = this.clock.now();
    const [items, objects, messages] = [this.table.items, this.buckets.objects, this.queues.messages].map(map => structuredClone(map));
    return () => {
      this.reset();
      this.clock.advance(now - this.clock.now());
      replace(this.table.items, structuredClone(items) as typeof this.table.items);
      replace(this.buckets.objects, structuredClone(objects) as typeof this.buckets.objects);
      replace(this.queues.messages, structuredClone(messages) as typeof this.queues.messages);
    };
  }

  async stop(): Promise<void> {
    this.restore();
    await Promise.all(Object.values(this.servers).map(server => server.stop()));
  }

  settings(sources: readonly ReplaySource[], targets: readonly ReplayTarget[], more: Partial<Settings> = {}): Settings {
    return { table: 'ledger', bucket: 'work', sources, targets, ledgerDays: 90, keepObjects: false, name: 'Replay', ...more };
  }

  /** Runs one action of the worker as Lambda does. `plug` may pull the plug of the process. */
  async perform<T = any>(settings: Settings, request: ReplayRequest, plug: (clients: Clients) => void = () => {}): Promise<T> {
    const end = this.clock.now() + 15 * MINUTE;
    const clients = new Clients();
    plug(clients);
    const remaining = () => Math.max(0, end - this.clock.now());
    const parts: Parts = { settings, clients, clock: this.clock, remaining, log: line => this.log.push(line) };
    const result = await new Actions(parts).perform(request);
    clients.destroy();
    // As it crosses the state machine.
    return JSON.parse(JSON.stringify(result)) as T;
  }

  /** Plans as the state machine does. */
  async plan(settings: Settings, plan: string, input: object = {}): Promise<any> {
    const prepared = await this.perform(settings, { action: REPLAY_ACTION.prepare, execution: plan, input });
    for (const { source } of prepared.queues) {
      await this.perform(settings, { action: REPLAY_ACTION.planQueue, plan, source });
    }
    for (const { source, bucket, prefix } of prepared.prefixes) {
      const Items = this.buckets.keys(bucket, prefix).map(Key => ({ Key, Size: 1 }));
      for (let at = 0; at < Items.length; at += 100) {
        await this.perform(settings, { action: REPLAY_ACTION.planObjects, plan, source, Items: Items.slice(at, at + 100) });
      }
    }
    return this.perform(settings, { action: REPLAY_ACTION.mergePlan, plan });
  }

  /** Lines of an object in the work bucket. */
  lines(key: string): any[] {
    return (this.buckets.objects.get(`work/${key}`) ?? '').split('\n').filter(line => line !== '').map(line => JSON.parse(line));
  }
}

function replace<V>(map: Map<string, V>, by: Map<string, V>): void {
  map.clear();
  by.forEach((value, key) => map.set(key, value));
}
