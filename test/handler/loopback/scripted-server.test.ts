import { request } from 'node:http';
import { ScriptedServer } from './scripted-server';

let server: ScriptedServer;

beforeEach(async () => {
  server = await ScriptedServer.start();
});

afterEach(() => server.stop());

/** Sends a request, and tells status and body, or the code of the error. */
function send(path: string, body = ''): Promise<string> {
  return new Promise(resolve => {
    const sent = request(`${server.url}${path}`, { method: 'POST' }, async response => {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of response) {
          chunks.push(chunk as Buffer);
        }
        resolve(`${response.statusCode} ${Buffer.concat(chunks)}`);
      } catch (error) {
        resolve((error as NodeJS.ErrnoException).code!);
      }
    });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code!));
    sent.end(body);
  });
}

test('answers in turn, and says so when it has nothing left to say', async () => {
  server.script([{ status: 202, body: 'one' }, { body: { two: 2 } }]);
  expect([await send('/'), await send('/'), await send('/')]).toEqual([
    '202 one', '200 {"two":2}', '501 {"message":"The test did not say what to answer."}',
  ]);
});

test('answers by what it is asked', async () => {
  server.script(({ query }) => ({ body: query.get('q') }));
  expect(await send('/?q=%24LATEST')).toBe('200 $LATEST');
});

test('remembers what it was asked', async () => {
  server.script([{}]);
  await send('/functions/f%3Alive?Qualifier=live', '{"a":1}');
  expect(server.calls).toEqual(['POST /functions/f:live']);
  expect(server.requests[0]).toMatchObject({ body: '{"a":1}', headers: { 'content-length': '7' } });
});

test('breaks the line instead of an answer, and within one', async () => {
  server.script(['reset', { body: 'a long answer', cutOff: true }]);
  expect([await send('/'), await send('/')]).toEqual(['ECONNRESET', 'ECONNRESET']);
});

test('lets the client wait until the test says so', async () => {
  let say = () => {};
  server.script([{ after: new Promise<void>(resolve => say = resolve), body: 'late' }]);
  const answer = send('/');
  expect(await Promise.race([answer, new Promise(resolve => setTimeout(resolve, 20, 'silence'))])).toBe('silence');
  say();
  expect(await answer).toBe('200 late');
});

test('lets the client wait for ever, and stops all the same', async () => {
  server.script(['never']);
  const answer = send('/');
  await new Promise(resolve => setTimeout(resolve, 20));
  await server.stop();
  expect(await answer).toBe('ECONNRESET');
});
