import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Loopback, type ColdCreate } from './cold-create';
import { shippedHandlers, type ShippedHandler } from './handlers';
import type { Goal, Measurement } from './measurement';
import { median, ratio } from './ratio';

const RUNS = 15;

/** What our handler costs during a deployment, against those of aws-cdk-lib, which use the SDK of the runtime. */
export async function* deployTime(): AsyncGenerator<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-deploy-time-'));
  const loopback = await Loopback.start();
  try {
    const { ours, trigger, awsCustomResource } = shippedHandlers(folder);
    const [our, triggers, awsCustomResources] = await alternately(loopback, [ours, trigger, awsCustomResource]);
    yield* against("Trigger's", our, triggers, { atMost: 0.7 });
    yield* against("AwsCustomResource's", our, awsCustomResources);
  } finally {
    loopback.stop();
    rmSync(folder, { recursive: true });
  }
}

interface Cost extends ColdCreate {
  readonly bytes: number;
}

/** The medians of each handler, which take turns, so that whatever else the machine does falls on all. */
async function alternately(loopback: Loopback, handlers: ShippedHandler[]): Promise<Cost[]> {
  const creates: ColdCreate[][] = handlers.map(() => []);
  // Once more, to warm up the cache of the file system.
  for (let run = 0; run <= RUNS; run++) {
    for (const [index, handler] of handlers.entries()) {
      creates[index][run] = await loopback.create(handler);
    }
  }
  return handlers.map(({ bytes }, index) => {
    const of = (cost: keyof ColdCreate) => median(creates[index].slice(1).map(create => create[cost]));
    return { bytes, firstCall: of('firstCall'), answer: of('answer'), cpu: of('cpu'), requests: of('requests') };
  });
}

function against(whose: string, ours: Cost, theirs: Cost, goal?: Goal): Measurement[] {
  return [
    { name: `size of the shipped handler against ${whose}, bytes`, result: ratio(ours.bytes, theirs.bytes) },
    { name: `start of the process until the first call against ${whose}, ms`, result: ratio(ours.firstCall, theirs.firstCall), goal },
    { name: `one create in a fresh process against ${whose}, ms`, result: ratio(ours.answer, theirs.answer) },
    { name: `one create in a fresh process against ${whose}, ms of CPU`, result: ratio(ours.cpu, theirs.cpu), goal },
    { name: `HTTP requests of one create against ${whose}`, result: ratio(ours.requests, theirs.requests) },
  ];
}
