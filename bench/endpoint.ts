import { fork } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Simulator } from './built';
import { compiled } from './folder';
import type { Measurement } from './measurement';
import { median, ratio } from './ratio';

const REQUESTS = 10_000;
const CONNECTIONS = 16;
const RUNS = 3;

/**
 * What the API costs on top of HTTP: events that are handed over, against a server that answers 202 to everything.
 *
 * The CPU of the server is what counts: the client has a process of its own, and is slower than either.
 */
export async function* endpoint(): AsyncGenerator<Measurement> {
  const bare = await bareServer();
  const simulator = Simulator.fromTemplates([{ Resources: { Orders: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'orders' } } } }]);
  const served = await simulator.listen();
  const ports = [Number(new URL(served.url).port), (bare.address() as AddressInfo).port];
  const rates: [number[], number[]] = [[], []];
  try {
    for (let run = 0; run <= RUNS; run += 1) {
      for (const [index, port] of ports.entries()) {
        const rate = await requestsPerSecondOfCpu(port);
        simulator.reset();
        // The first run warms up.
        if (run > 0) {
          rates[index].push(rate);
        }
      }
    }
  } finally {
    await served.close();
    bare.close();
  }
  yield {
    name: 'Invoke of events over HTTP against a bare server, requests per second of CPU',
    result: ratio(median(rates[0]), median(rates[1])),
    goal: { atLeast: 0.75 },
  };
}

async function requestsPerSecondOfCpu(port: number): Promise<number> {
  const start = process.cpuUsage();
  const client = fork(compiled('endpoint-client'), [port, REQUESTS, CONNECTIONS].map(String));
  await new Promise<void>((resolve, reject) => {
    client.on('error', reject);
    client.on('exit', code => code === 0 ? resolve() : reject(new Error(`the client ended with ${code}`)));
  });
  const { user, system } = process.cpuUsage(start);
  return REQUESTS / ((user + system) / 1e6);
}

async function bareServer(): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(202).end());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}
