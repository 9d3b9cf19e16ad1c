import type { CustomResourceResponse } from '../../../lib/contract/custom-resource';
import { answer } from '../../../lib/handler/protocol/answer';
import { Deadline } from '../../../lib/handler/protocol/deadline';
import type { Answer } from '../loopback/scripted-server';
import { ScriptedServer } from '../loopback/scripted-server';
import { TestClock } from '../test-clock';

const RESPONSE: CustomResourceResponse = { Status: 'SUCCESS', PhysicalResourceId: 'thing ä', RequestId: 'r', StackId: 's', LogicalResourceId: 'l' };
const SECOND = 1000;

let server: ScriptedServer;
let clock: TestClock;
let logged: unknown[];

beforeEach(async () => {
  server = await ScriptedServer.start();
  clock = new TestClock();
  logged = [];
});

afterEach(() => server.stop());

/** Puts the answer into the first half of a minute. */
function put(url = `${server.url}/answer?signature=top-secret`, time = 30 * SECOND): Promise<void> {
  return answer(RESPONSE, url, new Deadline(clock, time), clock, (_, facts) => logged.push(facts));
}

/** The server says nothing, and the time of an attempt passes. */
function silence(): Answer {
  clock.advance(5 * SECOND);
  return 'never';
}

test('an answer is put once, as it is, and to the URL as it is', async () => {
  server.script([{}]);
  await put();
  expect(server.requests).toHaveLength(1);
  const [{ method, path, query, headers, body }] = server.requests;
  expect([method, path, query.get('signature'), JSON.parse(body)]).toEqual(['PUT', '/answer', 'top-secret', RESPONSE]);
  expect(headers).toMatchObject({ 'content-type': '', 'content-length': `${Buffer.byteLength(JSON.stringify(RESPONSE))}` });
});

test.each<[string, Answer | (() => Answer), string]>([
  ['a server error', { status: 500 }, 'status 500'],
  ['a refusal', { status: 403 }, 'status 403'],
  ['a redirection', { status: 307 }, 'status 307'],
  ['a broken line', 'reset', 'ECONNRESET'],
  ['silence', silence, 'silence'],
])('after %s it is put again', async (_, first, outcome) => {
  const script = [first, {}];
  server.script(() => {
    const next = script.shift()!;
    return typeof next === 'function' ? next() : next;
  });
  await put();
  expect(server.requests.map(({ body }) => JSON.parse(body))).toEqual([RESPONSE, RESPONSE]);
  expect(logged).toEqual([
    { status: 'SUCCESS', attempts: 1, outcome },
    { status: 'SUCCESS', attempts: 2, outcome: 'taken' },
  ]);
});

test('a slow server is waited for', async () => {
  server.script(() => {
    clock.advance(4.9 * SECOND);
    return {};
  });
  await put();
  expect(server.requests).toHaveLength(1);
});

test('between the attempts it waits longer and longer', async () => {
  server.script([...Array<Answer>(6).fill({ status: 503 }), {}]);
  await put();
  expect(clock.sleeps).toEqual([250, 500, 1000, 2000, 4000, 4000]);
});

test('it gives up before Lambda ends the run, and says why without the URL', async () => {
  const end = clock.now() + 30 * SECOND;
  server.script(silence);
  const error: Error = await put().then(() => {
    throw new Error('taken');
  }, thrown => thrown);
  expect(error.message).toBe('CloudFormation did not take the answer. Attempts: 5, the last of which ended with silence.');
  expect(clock.now()).toBeLessThan(end);
  expect(`${error.stack} ${JSON.stringify(logged)}`).not.toContain('secret');
});

test.each([
  [1250, 1],
  [1251, 2],
  [1750, 2],
  [1751, 3],
])('in %i ms, the last second of which is spare, it is put %i times: no wait lasts until the end', async (time, attempts) => {
  server.script(() => ({ status: 503 }));
  await expect(put(undefined, time)).rejects.toThrow(
    new Error(`CloudFormation did not take the answer. Attempts: ${attempts}, the last of which ended with status 503.`));
  expect(server.requests).toHaveLength(attempts);
});

test('an attempt lasts no longer than there is time', async () => {
  server.script(() => {
    clock.advance(2 * SECOND);
    return 'never';
  });
  await expect(put(undefined, 3 * SECOND)).rejects.toThrow(
    new Error('CloudFormation did not take the answer. Attempts: 1, the last of which ended with silence.'));
});

test('who is silent is hung up on', async () => {
  server.script(silence);
  await expect(put(undefined, 6 * SECOND)).rejects.toThrow('the last of which ended with silence.');
  await server.hungUp();
});

test('a refused connection', async () => {
  const { url } = server;
  await server.stop();
  await expect(put(`${url}/top-secret`)).rejects.toThrow(/^CloudFormation did not take the answer\. Attempts: \d+, the last of which ended with ECONNREFUSED\.$/);
  server = await ScriptedServer.start();
});

test('no alarm stays on', async () => {
  server.script(['reset', {}]);
  await put();
  expect(clock.pending).toBe(0);
});
