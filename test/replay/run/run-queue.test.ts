import { REPLAY_ACTION } from '../../../lib/contract/replay';
import { buildRecord, recordText } from '../../../lib/invocation-record';
import { event, id, ORDERS, record, TARGETS } from '../loopback/failures';
import { Services } from '../loopback/services';

let services: Services;
beforeAll(async () => {
  services = await Services.start();
});
beforeEach(() => services.reset());
afterAll(() => services.stop());

const settings = () => services.settings([services.queue], TARGETS);
const send = (body: string) => services.queues.send('failed', { body });

async function started(input: object = {}): Promise<void> {
  await services.plan(settings(), 'p');
  await services.perform(settings(), { action: REPLAY_ACTION.prepare, execution: 'r', input: { mode: 'run', plan: 'p', ...input } });
}

function runQueue() {
  return services.perform(settings(), { action: REPLAY_ACTION.runQueue, run: 'r', source: 'failed', worker: 0 });
}

test('messages that the plan does not list are hidden while the worker runs, and come back soon after', async () => {
  send(record(1));
  await started();
  send(record(2));
  send('nonsense');

  expect(await runQueue()).toEqual({ done: true, sent: 1, refused: 0, inDoubt: 0 });
  expect(services.queues.visible('failed')).toEqual([]);
  services.clock.advance(30_000);
  expect(services.queues.visible('failed')).toEqual(['message-2', 'message-3']);
});

test('a worker waits for messages that another one has hidden', async () => {
  send(record(1));
  await started();
  [...services.queues.queue('failed').values()][0].visibleAt = services.clock.now() + 119_000;

  expect(await runQueue()).toMatchObject({ done: true, sent: 1 });
});

test('a worker gives up a message that is gone', async () => {
  send(record(1));
  await started();
  services.queues.queue('failed').clear();
  const begun = services.clock.now();

  expect(await runQueue()).toEqual({ done: true, sent: 0, refused: 0, inDoubt: 0 });
  expect(services.clock.now() - begun).toBeLessThan(200_000);
});

test('what comes back while the run lasts is noted, and not sent again', async () => {
  send(record(1));
  send(record(2));
  await started();
  await runQueue();
  const [failed, succeeded] = services.lambda.accepted.map(({ newId }) => newId);
  send(record(1, { requestContext: { requestId: failed } }));
  send(recordText(buildRecord({ requestContext: { requestId: succeeded, functionArn: ORDERS } })));
  await services.perform(settings(), { action: REPLAY_ACTION.runQueue, run: 'r', source: 'failed', worker: 1 });
  services.clock.advance(60_000);

  expect(services.lambda.accepted).toHaveLength(2);
  expect(await services.perform(settings(), { action: REPLAY_ACTION.report, run: 'r' })).toMatchObject({ fates: { 'failed again': 1, 'succeeded': 1 } });
});

test('an event that Lambda refuses stays, and is sent by another run of the same plan', async () => {
  send(record(1));
  await started();
  services.lambda.faults = ['refuse'];
  expect(await runQueue()).toEqual({ done: true, sent: 0, refused: 1, inDoubt: 0 });
  expect(services.queues.queue('failed').size).toBe(1);

  services.clock.advance(60_000);
  expect(await runQueue()).toMatchObject({ sent: 1 });
  expect(services.queues.queue('failed').size).toBe(0);
});

test('a message with two records is deleted when both are sent', async () => {
  send(JSON.stringify({ Records: [JSON.parse(record(1)), JSON.parse(record(2))] }));
  await started();
  await runQueue();

  expect(services.lambda.accepted).toHaveLength(2);
  expect(services.queues.queue('failed').size).toBe(0);
});

test('a thousand messages are sent once each, at the rate', async () => {
  Array.from({ length: 1000 }, (_, number) => send(record(number)));
  await started({ rate: 100, workers: 1 });
  const begun = services.clock.now();
  expect(await runQueue()).toEqual({ done: true, sent: 1000, refused: 0, inDoubt: 0 });

  expect(services.clock.now() - begun).toBeGreaterThanOrEqual(9_000);
  expect(new Set(services.lambda.accepted.map(({ text }) => text))).toEqual(new Set(Array.from({ length: 1000 }, (_, number) => event(number))));
  expect(services.queues.queue('failed').size).toBe(0);
  expect(services.table.items.get(`event#${id(7)}`)).toMatchObject({ state: { S: 'sent' } });
});
