import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { BENCH } from './folder';
import { collectGarbage } from './garbage';
import type { ShippedHandler } from './handlers';

/** What one create costs in a fresh process, in milliseconds since the process was started. */
export interface ColdCreate {
  readonly firstCall: number;
  readonly answer: number;

  /** In milliseconds, too. */
  readonly cpu: number;

  /** To Lambda and CloudFormation. */
  readonly requests: number;
}

/** Lambda and CloudFormation on this machine, for one create after the other. */
export class Loopback {
  static async start(): Promise<Loopback> {
    const loopback = new Loopback();
    loopback.server.listen(0, '127.0.0.1');
    await once(loopback.server, 'listening');
    return loopback;
  }

  private readonly server = createServer((request, response) => void this.serve(request, response));
  private arrivals: { readonly at: number; readonly method: string; readonly body: string }[] = [];

  stop(): void {
    this.server.close();
  }

  /** @throws Error if the create fails */
  async create({ path, exportName, resourceType, properties }: ShippedHandler): Promise<ColdCreate> {
    const url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    const event = {
      RequestType: 'Create',
      RequestId: 'request',
      ResponseURL: `${url}/answer`,
      StackId: 'arn:aws:cloudformation:us-east-1:123456789012:stack/Bench/1',
      LogicalResourceId: 'Call',
      ResourceType: resourceType,
      ResourceProperties: properties,
    };
    this.arrivals = [];
    collectGarbage();
    const start = performance.now();
    const child = spawn(process.execPath, ['--no-warnings', join(BENCH, 'fresh-process.cjs'), path, exportName, JSON.stringify(event)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // As in Lambda, where that is how code finds the SDK of the runtime.
      env: {
        NODE_PATH: join(BENCH, '..', 'node_modules'),
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'example',
        AWS_SESSION_TOKEN: 'example',
        AWS_ENDPOINT_URL_LAMBDA: url,
      },
    });
    let cpu = NaN;
    child.once('message', ({ user, system }: NodeJS.CpuUsage) => {
      cpu = (user + system) / 1000;
    });
    await once(child, 'exit');
    const last = this.arrivals.at(-1);
    if (last?.method !== 'PUT' || JSON.parse(last.body).Status !== 'SUCCESS') {
      throw new Error(`${resourceType} was not created: ${last?.body}`);
    }
    return { firstCall: this.arrivals[0].at - start, answer: last.at - start, cpu, requests: this.arrivals.length };
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now();
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    this.arrivals.push({ at, method: request.method!, body: Buffer.concat(chunks).toString() });
    response.end('{}');
  }
}
