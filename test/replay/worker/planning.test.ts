import { REPLAY_ACTION } from '../../../lib/contract/replay';
import { buildRecord, eventBridgeEvent, recordText, snsNotification } from '../../../lib/invocation-record';
import { ACCOUNT, BUCKET, event, id, key, ORDERS, record, TARGETS } from '../loopback/failures';
import { Services } from '../loopback/services';

let services: Services;
beforeAll(async () => {
  services = await Services.start();
});
beforeEach(() => services.reset());
afterAll(() => services.stop());

const settings = () => services.settings([services.queue, BUCKET], TARGETS);
const prepare = (input: object, execution = 'p') => services.perform(settings(), { action: REPLAY_ACTION.prepare, execution, input });

/** A record of a time of day. */
function at(number: number, time: string): void {
  const timestamp = `2026-11-30T${time}.000Z`;
  services.buckets.objects.set(`records/${key(number, timestamp)}`, record(number, { timestamp }));
}

test.each([
  ['oldest', [3, 1]],
  ['newest', [2, 4]],
] as const)('a plan with a limit has the %s events', async (order, numbers) => {
  [[1, '10:00:00'], [2, '11:00:00'], [3, '09:00:00'], [4, '10:30:00']].forEach(([number, time]) => at(number as number, time as string));

  expect(await services.plan(settings(), 'p', { order, limit: 2 })).toMatchObject({ read: 4, selected: 2, left: { beyondLimit: 2 }, groups: { byFunction: { orders: 2 } } });
  expect(services.lines('plans/p/manifest/objects.jsonl').map(line => line.id)).toEqual(numbers.map(id));
});

test('a plan with a limit and no order has as many events', async () => {
  [1, 2, 3].forEach(number => at(number, '10:00:00'));

  expect(await services.plan(settings(), 'p', { limit: 2 })).toMatchObject({ selected: 2, left: { beyondLimit: 1 }, bySource: { stored: 2 } });
});

test('records behind a topic and a bus, and in a queue, keep the bytes of their events', async () => {
  services.queues.send('failed', { body: JSON.stringify(snsNotification({ body: record(1) })) });
  const bus = JSON.stringify(eventBridgeEvent(buildRecord())).replace(/"detail":\{.*\}/, `"detail":${record(2)}}`);
  services.queues.send('failed', { body: bus });
  await services.plan(settings(), 'p');
  await prepare({ mode: 'run', plan: 'p' }, 'r');
  await services.perform(settings(), { action: REPLAY_ACTION.runQueue, run: 'r', source: 'failed', worker: 0 });

  expect(services.lambda.accepted.map(({ text }) => text).sort()).toEqual([event(1), event(2)]);
});

test('events of a run may go to another qualifier, or to another function', async () => {
  services.queues.send('failed', { body: record(1) });
  await services.plan(settings(), 'p', { target: ':fixed' });

  expect(services.lines('plans/p/manifest/queue-failed.jsonl')).toMatchObject([{ target: `${ACCOUNT}:orders:fixed` }]);
  await expect(services.plan(settings(), 'p', { target: `${ACCOUNT}:mail:live` })).rejects.toThrow(
    `\`target\` must be a function that the replay may invoke, got: "${ACCOUNT}:mail:live". They are: ${ACCOUNT}:orders.`,
  );
});

test('a record without its event is listed, not sent', async () => {
  services.queues.send('failed', { body: recordText({ ...JSON.parse(record(1)), requestPayload: undefined }) });

  expect(await services.plan(settings(), 'p')).toMatchObject({ selected: 0, left: { noPayload: 1 } });
  expect(services.lines('plans/p/left.jsonl')).toEqual([{ source: 'failed', why: 'noPayload', id: id(1), messageId: 'message-1' }]);
});

test('objects whose key tells that they are not selected are not read', async () => {
  at(1, '10:00:00');
  services.buckets.objects.set(`records/${key(2, '2026-11-20T10:00:00.000Z')}`, record(2));
  services.buckets.objects.set(`records/${key(3, '2026-11-30T10:00:00.000Z', 'mail')}`, record(3));
  expect(await services.plan(settings(), 'p', { select: { from: '2026-11-30T00:00:00Z', functions: ['orders'] } })).toMatchObject({ selected: 1, left: {} });
  const Items = services.buckets.keys('records').map(Key => ({ Key }));
  services.servers.S3.requests.length = 0;
  await services.perform(settings(), { action: REPLAY_ACTION.planObjects, plan: 'p', source: 'stored', Items });

  expect(services.servers.S3.calls.filter(call => call.startsWith('GET /records/'))).toHaveLength(1);
});

test('an object that is larger than any record is listed, not read', async () => {
  services.buckets.objects.set('records/aws/lambda/async/large', 'x'.repeat(32 * 1024 * 1024 + 1));

  expect(await services.plan(settings(), 'p')).toMatchObject({ selected: 0, left: { tooLarge: 1 } });
});

test('a plan tells of hidden messages, and of a queue that moves messages away', async () => {
  [1, 2].forEach(number => services.queues.send('failed', { body: record(number) }));
  [...services.queues.queue('failed').values()][0].visibleAt = services.clock.now() + 60_000;
  services.queues.attributes.RedrivePolicy = '{"maxReceiveCount":"3"}';

  expect(await services.plan(settings(), 'p')).toMatchObject({
    selected: 1,
    complete: false,
    warnings: [
      'queue failed moves messages away that were received 3 times: each plan counts as one receive, and each run as one or more',
      'queue failed had about 1 hidden messages, which the plan does not have: another consumer has received them',
    ],
  });
});

test('a plan tells of events in doubt, and a run leaves them unless it is told to send them', async () => {
  services.queues.send('failed', { body: record(1) });
  services.lambda.faults = ['lost'];
  const run = async (name: string, input: object) => {
    await services.plan(settings(), `plan-${name}`);
    await prepare({ mode: 'run', plan: `plan-${name}`, ...input }, name);
    await services.perform(settings(), { action: REPLAY_ACTION.runQueue, run: name, source: 'failed', worker: 0 });
    services.clock.advance(60_000);
  };
  await run('first', {});
  await run('second', {});
  expect(services.lambda.accepted).toHaveLength(1);
  expect(JSON.parse(services.buckets.objects.get('work/plans/plan-second/plan.json')!).warnings).toEqual([
    '1 of these events is in doubt since an earlier run: they are left unless the run has `inDoubt: send`',
  ]);

  await run('third', { inDoubt: 'send' });
  expect(services.lambda.accepted).toHaveLength(2);
  expect(services.queues.queue('failed').size).toBe(0);
});

test.each([
  [{}, [{ source: 'failed', worker: 0 }], ['aws/lambda/async/']],
  [{ sources: ['failed'] }, [{ source: 'failed', worker: 0 }], []],
  [{ sources: ['stored'], select: { functions: ['orders', 'mail'] } }, [], ['aws/lambda/async/orders/', 'aws/lambda/async/mail/']],
  [{ sources: ['stored'], select: { functions: ['orders'], from: '2026-11-29T00:30:00Z', until: '2026-11-30T12:00:00Z' } }, [],
    ['aws/lambda/async/orders/2026/11/28/', 'aws/lambda/async/orders/2026/11/29/', 'aws/lambda/async/orders/2026/11/30/']],
  [{ sources: ['stored'], select: { functions: ['orders'], from: '2026-01-01T00:00:00Z' } }, [], ['aws/lambda/async/orders/']],
])('the work of a plan %j', async (input, queues, prefixes) => {
  expect(await prepare(input)).toEqual({
    mode: 'plan',
    plan: 'p',
    run: '',
    queues,
    prefixes: prefixes.map(prefix => ({ source: 'stored', bucket: 'records', prefix })),
    manifests: [],
    workers: 5,
  });
});

test.each([
  [1, 5, 1], [50, 5, 1], [51, 5, 2], [1000, 5, 5], [1000, 1, 1],
])('the work of a run over %i messages with %i workers', async (number, workers, queues) => {
  Array.from({ length: number }, (_, index) => services.queues.send('failed', { body: record(index) }));
  at(1, '10:00:00');
  await services.plan(settings(), 'p');

  expect(await prepare({ mode: 'run', plan: 'p', workers }, 'r')).toEqual({
    mode: 'run',
    plan: 'p',
    run: 'r',
    queues: Array.from({ length: queues }, (_, worker) => ({ source: 'failed', worker })),
    prefixes: [],
    manifests: [{ bucket: 'work', key: 'plans/p/manifest/objects.jsonl' }],
    workers,
  });
});

test.each([
  [{ mode: 'run', plan: 'other' }, '`plan` must be the name of a plan that is complete, got: "other". It is the name of the execution that made it.'],
  [{ sources: ['other'] }, '`sources` must name sources of the replay, got: "other". They are: failed, stored.'],
])('refuses %j', async (input, message) => {
  await expect(prepare(input)).rejects.toThrow(expect.objectContaining({ name: 'InputError', message }));
});

test('the plan as text is there for people', async () => {
  services.queues.send('failed', { body: record(1) });
  await services.plan(settings(), 'p');

  expect(services.buckets.objects.get('work/plans/p/plan.txt')).toContain('to send, by qualifier\n  1  orders:live\n');
  expect(ORDERS).toContain('orders:live');
});
