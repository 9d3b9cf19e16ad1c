import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildFailure, recordText } from '../lib/invocation-record';

// Answers for all services that a replay uses, each after the same time: S3 with a record for each key, an empty ledger, and a
// Lambda that accepts everything.
const delay = Number(process.argv[2]);
const CONTROL = {
  id: { S: 'control#bench' },
  plan: { S: 'bench' },
  state: { S: 'running' },
  rate: { N: '10000' },
  concurrency: { N: '1' },
  factor: { N: '1' },
  settings: { S: JSON.stringify({ maxAttempts: 3, inDoubt: 'leave', workers: 1 }) },
  startedAt: { N: '0' },
};
const PAYLOAD = { orderId: 'A-1001', items: Array.from({ length: 20 }, (_, number) => ({ sku: `tea-${number}`, quantity: 2 })), total: 12.5 };
let concurrency = '1';

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
    const { status = 200, body = '' } = answer(request, Buffer.concat(chunks).toString());
    const send = () => response.writeHead(status, { 'x-amzn-requestid': `new-${Math.random()}` }).end(body);
    delay > 0 ? setTimeout(send, delay) : send();
  });
});

function answer({ method, url = '', headers }: IncomingMessage, body: string): { status?: number; body?: string } {
  const target = String(headers['x-amz-target']);
  switch (target.split('.')[1]) {
    case 'GetItem': return { body: JSON.stringify({ Item: { ...CONTROL, concurrency: { N: concurrency } } }) };
    case 'BatchGetItem': return { body: '{"Responses":{},"UnprocessedKeys":{}}' };
    case 'PutItem': return { body: '{}' };
    case 'UpdateItem': return { body: body.includes('#taken') ? '{"Attributes":{"taken":{"N":"1"}}}' : '{}' };
  }
  if (url.startsWith('/2015-03-31/functions')) {
    return { status: 202 };
  }
  return method === 'GET' ? { body: recordOf(decodeURIComponent(url.split('?')[0].split('/').at(-1)!)) } : { status: 204 };
}

function recordOf(requestId: string): string {
  return recordText(buildFailure({ requestPayload: PAYLOAD, requestContext: { requestId, functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:orders:live' } }));
}

process.on('message', (next: string) => concurrency = next);
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
