import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { within } from '../../../lib/handler/retry/within';
import { pointSdkTo } from '../loopback/environment';
import { ScriptedServer } from '../loopback/scripted-server';
import { TestClock } from '../test-clock';

const INVOKE = new InvokeCommand({ FunctionName: 'f' });

let server: ScriptedServer;
let clock: TestClock;
let restore: () => void;

beforeEach(async () => {
  server = await ScriptedServer.start();
  clock = new TestClock();
  restore = pointSdkTo({ LAMBDA: server.url });
});

afterEach(async () => {
  restore();
  await server.stop();
});

test("a call may take longer than the client's own limit", async () => {
  const client = new LambdaClient({ maxAttempts: 1, requestHandler: { requestTimeout: 10, throwOnRequestTimeout: true } });
  server.script([{ body: '1', after: new Promise(resolve => setTimeout(resolve, 100)) }]);
  expect(await within(60_000, clock, options => client.send(INVOKE, options))).toMatchObject({ StatusCode: 200 });
  expect(clock.pending).toBe(0);
});

test('a call that takes longer than its time is given up', async () => {
  server.script(() => {
    clock.advance(60_000);
    return 'never';
  });
  await expect(within(60_000, clock, options => new LambdaClient({ maxAttempts: 1 }).send(INVOKE, options))).rejects.toMatchObject({ name: 'AbortError' });
});

test('without any time nothing is sent', async () => {
  await expect(within(-1, clock, options => new Promise((_, reject) => {
    options.abortSignal.addEventListener('abort', () => reject(new Error('given up')));
  }))).rejects.toThrow('given up');
});
