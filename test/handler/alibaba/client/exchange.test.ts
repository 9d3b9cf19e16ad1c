import * as net from 'node:net';
import { exchange } from '../../../../lib/handler/alibaba/client/exchange';
import { classify } from '../../../../lib/handler/retry/classify';
import { ScriptedServer, type Answer } from '../../loopback/scripted-server';

let server: ScriptedServer;

beforeEach(async () => {
  server = await ScriptedServer.start();
});

afterEach(() => server.stop());

function send(body = '', signal = new AbortController().signal, url = server.url) {
  return exchange({ method: 'POST', url: new URL('/path?query=1', url), headers: { 'x-mine': '1' }, body }, signal);
}

test('sends the request, and returns the whole answer', async () => {
  server.script([{ status: 201, headers: { 'x-theirs': '2' }, body: 'grün' }]);
  expect(await send('blau, größer')).toMatchObject({ status: 201, headers: { 'x-theirs': '2' }, body: 'grün' });
  expect(server.requests).toMatchObject([{ method: 'POST', path: '/path', headers: { 'x-mine': '1', 'content-length': '14' }, body: 'blau, größer' }]);
});

test.each<[string, Answer, string]>([
  ['a line that breaks before the answer', 'reset', 'unanswered'],
  ['a line that breaks within the answer', { body: 'half of it', cutOff: true }, 'unanswered'],
])('%s counts as unanswered', async (_, answer, expected) => {
  server.script([answer]);
  expect(classify(await send('event').catch(error => error))).toBe(expected);
});

test('an aborted call counts as unanswered', async () => {
  server.script(['never']);
  const controller = new AbortController();
  const sent = send('event', controller.signal).catch(error => error);
  await waitUntil(() => server.requests.length === 1);
  controller.abort();
  expect(classify(await sent)).toBe('unanswered');
});

test('a refused connection means that nothing was sent', async () => {
  const closed = net.createServer();
  await new Promise<void>(resolve => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as net.AddressInfo;
  await new Promise(resolve => closed.close(resolve));
  expect(classify(await send('event', undefined, `http://127.0.0.1:${port}`).catch(error => error))).toBe('wait');
});

test('a server without a certificate is not spoken to', async () => {
  await expect(send('secret', undefined, server.url.replace('http:', 'https:'))).rejects.toThrow(/SSL|TLS|EPROTO|wrong version/i);
  expect(server.requests).toHaveLength(0);
});

async function waitUntil(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise(resolve => setImmediate(resolve));
  }
}
