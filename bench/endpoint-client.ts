import { Agent, request as requested } from 'node:http';

// Sends events as fast as they are answered: one after the other on each of some connections.
const [, , port, requests, connections] = process.argv.map(Number);
const payload = JSON.stringify({ orderId: 'A-1001', items: [{ sku: 'tea', quantity: 2 }], total: 12.5 });
const options = {
  agent: new Agent({ keepAlive: true, maxSockets: connections }),
  method: 'POST',
  path: '/2015-03-31/functions/orders/invocations',
  host: '127.0.0.1',
  port,
  headers: { 'X-Amz-Invocation-Type': 'Event', 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(payload) },
};
let sent = 0;

function next(): void {
  if (sent === requests) {
    return;
  }
  sent += 1;
  requested(options, response => {
    if (response.statusCode !== 202) {
      throw new Error(`status ${response.statusCode}`);
    }
    response.resume().on('end', next);
  }).end(payload);
}

for (let connection = 0; connection < connections; connection += 1) {
  next();
}
