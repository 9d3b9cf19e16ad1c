import { REPLAY_ACTION } from '../../../lib/contract/replay';
import { deadLetterMessage } from '../../../lib/invocation-record';
import { ACCOUNT, BUCKET, event, id, key, ORDERS, record, TARGETS } from '../loopback/failures';
import { Services } from '../loopback/services';

let services: Services;
beforeAll(async () => {
  services = await Services.start();
});
afterEach(() => services.reset());
afterAll(() => services.stop());

const settings = () => services.settings([services.queue, BUCKET], TARGETS);

/** Three records in the queue and two in the bucket, among others that are not sent. */
function anIncident(): void {
  [1, 2, 3].forEach(number => services.queues.send('failed', { body: record(number) }));
  services.queues.send('failed', { body: 'nonsense' });
  services.queues.send('failed', { body: record(9, { requestContext: { requestId: id(9), functionArn: `${ACCOUNT}:mail:live` } }) });
  [4, 5].forEach(number => services.buckets.objects.set(`records/${key(number)}`, record(number)));
  services.buckets.objects.set('records/aws/lambda/async/orders/other', 'nonsense');
}

test('a plan counts everything, sends nothing, and leaves the queue as it was', async () => {
  anIncident();
  const before = new Map(services.buckets.objects);

  expect(await services.plan(settings(), 'p')).toMatchObject({
    plan: 'p',
    read: 8,
    selected: 5,
    complete: true,
    groups: { byFunction: { orders: 5 }, byQualifier: { 'orders:live': 5 } },
    left: { unreadable: 2, otherFunction: 1 },
    bySource: { failed: 3, stored: 2 },
  });
  expect(services.lambda.accepted).toEqual([]);
  expect(services.queues.visible('failed')).toHaveLength(5);
  expect([...services.queues.queue('failed').values()].map(({ receives }) => receives)).toEqual([1, 1, 1, 1, 1]);
  expect([...before].filter(([path, text]) => services.buckets.objects.get(path) !== text)).toEqual([]);
  expect(services.lines('plans/p/manifest/queue-failed.jsonl').map(line => line.id)).toEqual([1, 2, 3].map(id));
  expect(services.lines('plans/p/manifest/objects.jsonl')).toEqual([4, 5].map(number => (
    { source: 'stored', id: id(number), target: ORDERS, key: key(number), time: '2026-11-30T11:00:00.000Z' })));
  expect(services.lines('plans/p/left.jsonl')).toEqual([
    { source: 'failed', why: 'unreadable', reason: 'the text is not JSON', messageId: 'message-4' },
    { source: 'failed', why: 'otherFunction', id: id(9), messageId: 'message-5' },
    { source: 'stored', key: 'aws/lambda/async/orders/other', why: 'unreadable', reason: 'the text is not JSON' },
  ]);
});

async function run(name: string, plan: string, input: object = {}): Promise<any> {
  const prepared = await services.perform(settings(), { action: REPLAY_ACTION.prepare, execution: name, input: { mode: 'run', plan, ...input } });
  for (const { source, worker } of prepared.queues) {
    await services.perform(settings(), { action: REPLAY_ACTION.runQueue, run: name, source, worker });
  }
  for (const { key: manifest } of prepared.manifests) {
    await services.perform(settings(), { action: REPLAY_ACTION.runBatch, run: name, Items: services.lines(manifest) });
  }
  await services.perform(settings(), { action: REPLAY_ACTION.close, run: name });
  return services.perform(settings(), { action: REPLAY_ACTION.report, run: name });
}

test('a run sends exactly what the plan lists, byte for byte, and deletes those copies', async () => {
  anIncident();
  await services.plan(settings(), 'p');
  services.queues.send('failed', { body: record(6) });
  services.buckets.objects.set(`records/${key(7)}`, record(7));
  const report = await run('r', 'p');

  expect(services.lambda.accepted.map(({ target, text }) => ({ target, text })).sort((a, b) => a.text < b.text ? -1 : 1))
    .toEqual([1, 2, 3, 4, 5].map(number => ({ target: ORDERS, text: event(number) })));
  expect([...services.queues.queue('failed').values()].map(({ body }) => body)).toEqual(['nonsense', expect.stringContaining('mail'), record(6)]);
  expect(services.buckets.keys('records')).toEqual([key(7), 'aws/lambda/async/orders/other']);
  expect(report).toMatchObject({ run: 'r', plan: 'p', planned: 5, fates: { 'sent': 5, 'in doubt': 0, 'not sent': 0, 'refused': 0 } });
});

test('an event that is there as record and as dead letter is sent once, and both copies are deleted', async () => {
  const source = { ...services.queue, deadLettersOf: ORDERS };
  const both = services.settings([source], TARGETS);
  services.queues.send('failed', { body: record(1) });
  services.queues.send('failed', deadLetterMessage({ requestId: id(1), errorCode: 200, payload: undefined, payloadText: event(1) }));
  await services.plan(both, 'p');
  await services.perform(both, { action: REPLAY_ACTION.prepare, execution: 'r', input: { mode: 'run', plan: 'p' } });
  await services.perform(both, { action: REPLAY_ACTION.runQueue, run: 'r', source: 'failed', worker: 0 });

  expect(services.lambda.accepted.map(({ text }) => text)).toEqual([event(1)]);
  expect(services.queues.queue('failed').size).toBe(0);
});

test('a record that comes back is told, and a replay of it counts as the second attempt', async () => {
  services.queues.send('failed', { body: record(1) });
  await services.plan(settings(), 'p');
  await run('r', 'p');
  const [{ newId }] = services.lambda.accepted;
  services.queues.send('failed', { body: record(1, { requestContext: { requestId: newId } }) });

  expect(await services.perform(settings(), { action: REPLAY_ACTION.report, run: 'r' })).toMatchObject({ fates: { 'sent': 0, 'failed again': 1 } });
  expect(services.lines('runs/r/report.jsonl')).toMatchObject([{ id: id(1), fate: 'failed again', newId, attempts: 1 }]);

  services.clock.advance(60_000);
  await services.plan(settings(), 'p2');
  await run('r2', 'p2');
  expect(services.lines('runs/r2/report.jsonl')).toMatchObject([{ id: newId, fate: 'sent', attempts: 2 }]);
});

test('an event is not sent more often than allowed', async () => {
  services.queues.send('failed', { body: record(1) });
  for (const number of [1, 2, 3]) {
    await services.plan(settings(), `p${number}`);
    await run(`r${number}`, `p${number}`, { maxAttempts: 2 });
    const last = services.lambda.accepted.at(-1)!.newId;
    services.clock.advance(120_000);
    if (number < 3) {
      services.queues.send('failed', { body: record(1, { requestContext: { requestId: last } }) });
    }
  }

  expect(services.lambda.accepted).toHaveLength(2);
  expect(services.lines('runs/r3/report.jsonl')).toMatchObject([{ fate: 'not sent' }]);
  expect(services.queues.queue('failed').size).toBe(1);
});

test('neither log, ledger, plan nor report has anything of an event', async () => {
  anIncident();
  await services.plan(settings(), 'p');
  await run('r', 'p');
  const kept = [...services.buckets.objects].filter(([path]) => path.startsWith('work/')).map(([, text]) => text);

  expect(`${JSON.stringify(services.log)}${JSON.stringify([...services.table.items])}${kept.join('')}`).not.toMatch(/9007199254740993|amount|it failed/);
});

describe('settings of the construct', () => {
  const defaults = { rate: 7, workers: 3, concurrency: 2, maxAttempts: 1, maxFailureShare: 1, maxEventAge: 5 };
  const prepared = (execution: string, input: object) => services.perform(settings(), { action: REPLAY_ACTION.prepare, execution, input, defaults });
  const control = () => {
    const { rate, concurrency, settings: others } = services.table.items.get('control#r') as Record<string, any>;
    return { rate: Number(rate.N), concurrency: Number(concurrency.N), ...JSON.parse(others.S) };
  };

  test('are those of a run that has no others', async () => {
    anIncident();
    await services.plan(settings(), 'p');

    expect(await prepared('r', { mode: 'run', plan: 'p' })).toMatchObject({ workers: 3 });
    expect(control()).toEqual({ ...defaults, inDoubt: 'leave' });
  });

  test('give way to the input of a run', async () => {
    anIncident();
    await services.plan(settings(), 'p');
    await prepared('r', { mode: 'run', plan: 'p', rate: 9, maxAttempts: 8 });

    expect(control()).toEqual({ ...defaults, rate: 9, maxAttempts: 8, inDoubt: 'leave' });
  });

  test('are those that a plan estimates with', async () => {
    anIncident();
    await prepared('p', {});

    expect(JSON.parse(services.buckets.objects.get('work/plans/p/request.json')!).input).toEqual({ mode: 'plan', rate: 7, workers: 3 });
  });
});
