import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { App } from 'aws-cdk-lib';
import { conformanceStack } from './stack';
import type { Story } from './story';
import { World } from './world';
import { Simulator, runsCode } from '../lib/simulator';

const STACK = 'conformance';
const ACCOUNT = '123456789012';
const REGION = 'us-east-1';

/** Plays stories against a simulator that has their stack, with the real code of their functions. */
export async function onSimulator<T>(stories: readonly Story[], play: (world: World) => Promise<T>): Promise<T> {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-'));
  const app = new App({ outdir });
  conformanceStack(app, STACK, stories);
  app.synth();
  const simulator = Simulator.fromAssembly(outdir, { account: ACCOUNT, region: REGION, respond: runsCode() });
  const { url } = await simulator.listen();
  const world = new World({
    account: ACCOUNT,
    region: REGION,
    stack: STACK,
    client: { endpoint: url, credentials: { accessKeyId: 'simulated', secretAccessKey: 'simulated' } },
    wait: async seconds => void await simulator.clock.advanceBy({ seconds }),
  });
  try {
    return await play(world);
  } finally {
    world.close();
    await simulator.close();
    fs.rmSync(outdir, { recursive: true });
  }
}
