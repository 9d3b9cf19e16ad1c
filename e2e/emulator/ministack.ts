import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import * as path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CACHE, install } from './install';

const STARTS_WITHIN_SECONDS = 60;

/** MiniStack, an emulator of AWS that needs neither Docker nor an account. It listens on loopback only. */
export class MiniStack {
  /**
   * @param lambdaEndpoint where the functions that it runs find Lambda
   */
  static async start(lambdaEndpoint: string): Promise<MiniStack> {
    const python = install();
    const port = await freePort();
    const log = fs.openSync(path.join(CACHE, 'ministack.log'), 'w');
    const server = spawn(python, [path.join(__dirname, 'ministack_with_batches.py')], {
      stdio: ['ignore', log, log],
      env: {
        PATH: process.env.PATH,
        BIND_HOST: '127.0.0.1',
        GATEWAY_PORT: String(port),
        MINISTACK_HOST: 'localhost',
        IOT_MTLS_ENABLED: '0',
        AWS_ENDPOINT_URL_LAMBDA: lambdaEndpoint,
        // The runtime of Lambda brings the SDK.
        NODE_PATH: path.join(__dirname, '../../node_modules'),
        // State machines wait in seconds for what takes minutes.
        SFN_WAIT_SCALE: '0.1',
      },
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => process.exit(1));
    }
    process.once('exit', () => server.kill());
    const emulator = new MiniStack(`http://127.0.0.1:${port}`, server);
    await emulator.ready();
    return emulator;
  }

  private constructor(readonly url: string, private readonly server: ChildProcess) {}

  stop(): void {
    this.server.kill();
  }

  private async ready(): Promise<void> {
    for (let waited = 0; waited < STARTS_WITHIN_SECONDS * 4; waited += 1) {
      const answer = await fetch(`${this.url}/_ministack/health`).catch(() => undefined);
      if (answer?.ok) {
        return;
      }
      await setTimeout(250);
    }
    this.stop();
    throw new Error(`MiniStack did not start within ${STARTS_WITHIN_SECONDS} seconds, see ${path.join(CACHE, 'ministack.log')}`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
