import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { compiled } from './folder';
import { collectGarbage } from './garbage';
import type { Measurement } from './measurement';
import { interleaved, median, ratio } from './ratio';
import { REPLAY_ENV } from '../lib/contract/replay';
import { readRecords } from '../lib/invocation-record';
import { Clients } from '../lib/replay/worker/clients';
import { LambdaFunctions } from '../lib/replay/worker/lambda-functions';

const TARGET = 'arn:aws:lambda:us-east-1:123456789012:function:orders:live';
const CONCURRENCIES = [1, 10, 100];

/** Milliseconds after which the services answer: about what they take in one Region. */
const LATENCY = 10;
const RECORDS = 500;
const RUNS = 3;

interface Line {
  readonly source: string;
  readonly id: string;
  readonly key: string;
  readonly target: string;
}

type Handler = (request: object, context: { getRemainingTimeInMillis(): number }) => Promise<{ readonly done: boolean; readonly sent: number }>;

/** What the worker of a replay does in a second: the code that is shipped, against servers of this machine. */
export async function* replay(): AsyncGenerator<Measurement> {
  for (const latency of [LATENCY, 0]) {
    const server = await Server.start(latency);
    try {
      for (const concurrency of CONCURRENCIES) {
        server.child.send(String(concurrency));
        const seconds: number[] = [];
        for (let run = 0; run <= RUNS; run += 1) {
          const taken = await secondsFor(concurrency === 1 ? RECORDS / 10 : RECORDS);
          // The first run warms up.
          seconds.push(...run > 0 ? [taken] : []);
        }
        const number = concurrency === 1 ? RECORDS / 10 : RECORDS;
        yield {
          name: `replay by one worker, concurrency ${concurrency}, services answer after ${latency} ms: records per second`,
          result: Math.round(number / median(seconds)),
        };
      }
      if (latency === 0) {
        yield* ofOneServer();
      }
    } finally {
      server.child.kill();
    }
  }
}

async function* ofOneServer(): AsyncGenerator<Measurement> {
  yield {
    name: 'replay with its ledger against reading, invoking and deleting without one, concurrency 100, ms of CPU',
    result: await interleaved(() => cpuOf(() => secondsFor(RECORDS)), () => cpuOf(() => withoutLedger(lines(RECORDS))), RUNS),
  };
  const few = await heapAfter(RECORDS);
  yield { name: 'heap after a replay of ten times as many records against the heap after one, MB', result: ratio(await heapAfter(RECORDS * 10), few), goal: { atMost: 1.2 } };
}

class Server {
  static async start(latency: number): Promise<Server> {
    const child = fork(compiled('replay-server'), [String(latency)]);
    const [port] = await once(child, 'message') as [number];
    Object.assign(process.env, {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'key',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      [REPLAY_ENV.table]: 'ledger',
      [REPLAY_ENV.bucket]: 'work',
      [REPLAY_ENV.sources]: JSON.stringify([{ name: 'stored', kind: 'bucket', bucket: 'records' }]),
      [REPLAY_ENV.targets]: '[]',
    });
    return new Server(child);
  }

  private constructor(readonly child: ChildProcess) {}
}

function lines(number: number): Line[] {
  return Array.from({ length: number }, (_, index) => ({ source: 'stored', id: `id-${index}`, key: `aws/lambda/async/orders/id-${index}`, target: TARGET }));
}

/** Seconds that the shipped worker takes for some records. */
async function secondsFor(number: number): Promise<number> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { handler } = require('../assets/replay/index.js') as { handler: Handler };
  const silent = process.stdout.write;
  process.stdout.write = () => true;
  const begun = process.hrtime.bigint();
  try {
    const { done, sent } = await handler({ action: 'run-batch', run: 'bench', Items: lines(number) }, { getRemainingTimeInMillis: () => 900_000 });
    if (!done || sent !== number) {
      throw new Error(`the worker sent ${sent} of ${number} records`);
    }
    return Number(process.hrtime.bigint() - begun) / 1e9;
  } finally {
    process.stdout.write = silent;
  }
}

/** What everybody writes first. */
async function withoutLedger(all: readonly Line[]): Promise<void> {
  const clients = new Clients();
  const s3: S3Client = clients.s3();
  const functions = new LambdaFunctions(clients.lambda);
  const left = [...all];
  await Promise.all(Array.from({ length: 100 }, async () => {
    for (let line = left.pop(); line; line = left.pop()) {
      const place = { Bucket: 'records', Key: line.key };
      const bytes = await (await s3.send(new GetObjectCommand(place))).Body!.transformToByteArray();
      const [reading] = readRecords(bytes);
      await functions.invoke({ target: TARGET, text: reading.kind === 'record' ? reading.requestPayloadText! : '' });
      await s3.send(new DeleteObjectCommand(place));
    }
  }));
  clients.destroy();
}

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function heapAfter(number: number): Promise<number> {
  for (let at = 0; at < number; at += RECORDS) {
    await secondsFor(RECORDS);
  }
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
}
