import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuse, type HttpRequest, type Protocol } from '../../../lib/simulator/endpoint/protocol';

const PROTOCOL: Protocol = {
  longestBody: 0,
  answer: () => {},
  refuse: (_, response, error) => response.end(`refused: ${(error as Error).message}`),
};

async function arriving(send: (response: ServerResponse) => void): Promise<string> {
  const server: Server = createServer((_, response) => send(response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    return await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).text();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('answers an error as the protocol does', async () => {
  expect(await arriving(response => refuse(PROTOCOL, {} as HttpRequest, response, new Error('early')))).toBe('refused: early');
});

test('ends the connection on an error after the answer has begun', async () => {
  await expect(arriving(response => {
    response.writeHead(200, { 'Content-Length': '10' });
    response.write('half');
    refuse(PROTOCOL, {} as HttpRequest, response, new Error('late'));
  })).rejects.toThrow();
});
