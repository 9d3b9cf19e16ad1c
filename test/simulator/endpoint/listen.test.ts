import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { send } from './client';
import { listen, type Endpoint } from '../../../lib/simulator/endpoint';
import { DeployedService, echo } from '../service/deployed';

const MB = 1024 * 1024;
const JSON_OF = (size: number) => `"${'x'.repeat(size - 2)}"`;

let service: DeployedService;
let endpoint: Endpoint;
let port: number;

beforeEach(async () => {
  service = new DeployedService({
    functions: { fn: {} },
    run: request => {
      if (request.payload === '"bug"') {
        throw new TypeError('a bug of the simulator');
      }
      return echo(request);
    },
  });
  endpoint = await listen(service);
  port = Number(new URL(endpoint.url).port);
});
afterEach(() => endpoint.close());

/** Everything that comes back on a connection of its own, until it ends. */
function raw(bytes: string, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, host, () => socket.write(bytes));
    socket.on('data', data => {
      text += data;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}

async function works(): Promise<void> {
  expect(await send(endpoint.url, 'Invoke', { FunctionName: 'fn', InvocationType: 'Event', Payload: '{}' })).toMatchObject({ status: 202, body: '' });
}

test('listens on the loopback address only', async () => {
  expect(endpoint.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const outside = Object.values(networkInterfaces()).flat().filter(address => address!.family === 'IPv4' && !address!.internal);
  for (const { address } of outside as { address: string }[]) {
    await expect(raw('', address)).rejects.toThrow('ECONNREFUSED');
  }
});

test('refuses requests of web pages, by every name of this machine', async () => {
  const invocation = (headers: string) => `POST /2015-03-31/functions/fn/invocations HTTP/1.1\r\n${headers}Content-Length: 2\r\nConnection: close\r\n\r\n{}`;
  const refused = (header: string) => `{"message":"Refused: the simulator takes requests only from this machine, but the \`${header}\` header names another one. Use the URL that \`listen\` returns."}`;
  const rebound = await raw(invocation('Host: evil.example\r\n'));
  expect(rebound).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
  expect(rebound).toContain(refused('Host'));
  expect(await raw(invocation('Host: 127.0.0.1\r\nOrigin: https://evil.example\r\n'))).toContain(refused('Origin'));
  expect(await raw(invocation('Host: localhost\r\n'))).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
});

test.each([
  ['x-amz-target: AmazonSQS.SendMessage', '{"__type":"ForeignRequest","message":"Refused:'],
  ['content-type: application/x-www-form-urlencoded', '<Error><Type>Sender</Type><Code>ForeignRequest</Code><Message>Refused:'],
  ['authorization: AWS4-HMAC-SHA256 Credential=A/20260914/us-east-1/s3/aws4_request', '<Error><Code>ForeignRequest</Code><Message>Refused:'],
])('refuses web pages in the form of the protocol: %s', async (header, refused) => {
  const answer = await raw(`POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n${header}\r\nOrigin: null\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`);
  expect(answer).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
  expect(answer).toContain(refused);
});

test.each([
  ['x-amz-target: Kinesis_20131202.PutRecord', '"__type":"NotSimulated"'],
  ['authorization: AWS4-HMAC-SHA256 Credential=A/20260914/us-east-1/sns/aws4_request\r\ncontent-type: application/x-www-form-urlencoded', '<Code>NotSimulated</Code>'],
  ['authorization: AWS4-HMAC-SHA256 Credential=A/20260914/us-east-1/s3/aws4_request', '<Code>NotSimulated</Code>'],
  ['authorization: AWS4-HMAC-SHA256 Credential=A/20260914/us-east-1/scheduler/aws4_request', '"message":"Not simulated: the service `scheduler`.'],
])('says so if it does not serve a service: %s', async (header, refused) => {
  const answer = await raw(`POST /a/b HTTP/1.1\r\nHost: 127.0.0.1\r\n${header}\r\nContent-Length: 14\r\nConnection: close\r\n\r\nAction=Publish`);
  expect(answer).toMatch(/^HTTP\/1\.1 501 Not Implemented\r\n/);
  expect(answer).toContain(refused);
});

test.each([
  ['SQS', { 'x-amz-target': 'AmazonSQS.PurgeQueue' }, 'POST', '/', '{}'],
  ['SNS', { 'content-type': 'application/x-www-form-urlencoded' }, 'POST', '/', 'Action=Publish&Version=2010-03-31'],
  ['S3', { authorization: 'AWS4-HMAC-SHA256 Credential=A/20260914/us-east-1/s3/aws4_request' }, 'PUT', '/bucket/key', 'x'],
])('a service of Lambda alone does not serve %s', async (_, headers, method, path, body) => {
  const response = await fetch(`${endpoint.url}${path}`, { method, headers: headers as unknown as Record<string, string>, body });
  expect(response.status).toBe(501);
  expect(await response.text()).toContain('Not simulated: queues, topics, buses and buckets. The simulator serves Lambda.');
});

test('listens on the given port, and releases it', async () => {
  await endpoint.close();
  const again = await listen(service, { port });
  expect(again.url).toBe(endpoint.url);
  await expect(listen(service, { port })).rejects.toThrow('EADDRINUSE');
  await again.close();
  await again.close();
});

test('closing ends waiting connections', async () => {
  const waiting = raw('POST /2015-03-31/functions/fn/invocations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{');
  await works();
  await endpoint.close();
  expect(await waiting.catch(error => (error as Error).message)).not.toContain('200');
});

test.each([
  ['no HTTP', 'hello\r\n\r\n'],
  ['a method that does not exist', 'BREW /2015-03-31/functions/fn HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['two lengths', 'POST /2015-03-31/functions/fn/invocations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}'],
  ['broken chunks', 'POST /2015-03-31/functions/fn/invocations HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
])('answers %s with a bad request, and goes on', async (_, bytes) => {
  expect(await raw(bytes)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  await works();
});

test('goes on after a client disconnects', async () => {
  for (const bytes of ['', 'PO', 'POST /2015-03-31/functions/fn/invocations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{']) {
    await new Promise<void>(resolve => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes, () => socket.destroy()));
      socket.on('close', () => resolve());
    });
  }
  await works();
});

test.each([
  ['GET', '/', 'GET on that path'],
  ['PATCH', '/2015-03-31/functions/fn', 'PATCH on that path'],
  ['POST', '/2015-03-31/functions//invocations', 'POST on that path'],
  ['GET', '/2015-03-31/functions/fn/aliases/a/b', 'GET on that path'],
  ['GET', '/constructor', 'GET on that path'],
])('does not serve %s %s', async (method, path, what) => {
  const response = await fetch(`${endpoint.url}${path}`, { method });
  expect(response.status).toBe(501);
  expect(response.headers.get('x-amzn-errortype')).toBe('NotSimulated');
  expect(await response.json()).toEqual({ message: expect.stringMatching(new RegExp(`^Not simulated: ${what}\. The simulator serves Invoke, InvokeAsync, `)) });
});

test('refuses a path that is not percent-encoded', async () => {
  expect(await raw('GET /2015-03-31/functions/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'))
    .toContain('Not simulated: a path that is not percent-encoded. The simulator serves Invoke');
});

test.each([
  ['Event', MB, 202, ''],
  ['Event', MB + 1, 413, '{"Type":"User","Message":"1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)"}'],
  ['Event', 7 * MB, 413, '{"Type":"User","Message":"7340032 byte payload is too large for the Event invocation type (limit 1048576 bytes)"}'],
  ['Event', 120 * MB, 413, '{"Type":"User","Message":"125829120 byte payload is too large for the Event invocation type (limit 1048576 bytes)"}'],
  ['RequestResponse', 6 * MB, 200, JSON_OF(6 * MB)],
  ['RequestResponse', 6 * MB + 1, 413, '{"Type":"User","Message":"Request must be smaller than 6291456 bytes for the InvokeFunction operation"}'],
])('a payload of %s of %s bytes', async (InvocationType, size, status, body) => {
  const sent = await send(endpoint.url, 'Invoke', { FunctionName: 'fn', InvocationType, Payload: JSON_OF(size) });
  expect({ status: sent.status, same: sent.body === body }).toEqual({ status, same: true });
  expect(sent.headers.get('x-amzn-errortype')).toBe(status === 413 ? 'RequestEntityTooLargeException' : null);
});

test.each([[262144, 202, ''], [262145, 413, '{"Type":"User","Message":"262145 byte payload is too large for the Event invocation type (limit 262144 bytes)"}']])(
  'InvokeAsync with %s bytes', async (size, status, body) => {
    expect(await send(endpoint.url, 'InvokeAsync', { FunctionName: 'fn', InvokeArgs: JSON_OF(size) })).toMatchObject({ status, body });
  });

test('cuts off a client that never stops sending', async () => {
  const chunk = Buffer.concat([Buffer.from(`${MB.toString(16)}\r\n`), Buffer.alloc(MB, 0x20), Buffer.from('\r\n')]);
  const taken = await new Promise<number>(resolve => {
    let chunks = 0;
    const socket = connect(port, '127.0.0.1', () => socket.write('POST /2015-03-31/functions/fn/invocations HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n'));
    const more = () => {
      while (!socket.destroyed && chunks < 600) {
        chunks += 1;
        if (!socket.write(chunk)) {
          return;
        }
      }
    };
    socket.on('connect', more).on('drain', more).on('error', () => {}).on('close', () => resolve(chunks));
  });
  expect(taken).toBeGreaterThan(480);
  expect(taken).toBeLessThan(600);
  await works();
});

test('joins a payload that comes in chunks', async () => {
  const chunks = new ReadableStream({
    start: controller => {
      for (const chunk of ['{"tex', 't":"é"', '}']) {
        controller.enqueue(Buffer.from(chunk));
      }
      controller.close();
    },
  });
  const answer = await fetch(`${endpoint.url}/2015-03-31/functions/fn/invocations`, { method: 'POST', body: chunks, duplex: 'half' } as RequestInit);
  expect(await answer.text()).toBe('{"text":"é"}');
});

test('reports a bug of the simulator as one', async () => {
  const sent = await send(endpoint.url, 'Invoke', { FunctionName: 'fn', Payload: '"bug"' });
  expect(sent).toMatchObject({ status: 501, body: '{"message":"The simulator itself failed. This is not an answer of the service: a bug of the simulator"}' });
  await works();
});
