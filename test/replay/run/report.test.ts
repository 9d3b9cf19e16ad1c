import { REPLAY_ACTION } from '../../../lib/contract/replay';
import { Clients } from '../../../lib/replay/worker/clients';
import { DynamoLedger } from '../../../lib/replay/worker/dynamo-ledger';
import { ACCOUNT, BUCKET, id, key, ORDERS, record } from '../loopback/failures';
import { Services } from '../loopback/services';

let services: Services;
beforeAll(async () => {
  services = await Services.start();
});
afterAll(() => services.stop());

test('tells the fate of each planned event, as JSON lines, as a table and as sums', async () => {
  const settings = services.settings([BUCKET], [{ functionArn: `${ACCOUNT}:orders` }, { functionArn: `${ACCOUNT}:=mail` }]);
  [1, 2, 3, 4].forEach(number => services.buckets.objects.set(`records/${key(number)}`, record(number)));
  services.buckets.objects.set(`records/${key(5, undefined, 'mail')}`, record(5, { requestContext: { requestId: '=1+1', functionArn: ORDERS } }));
  await services.plan(settings, 'p');
  await services.perform(settings, { action: REPLAY_ACTION.prepare, execution: 'r', input: { mode: 'run', plan: 'p', concurrency: 1 } });
  services.lambda.faults = [undefined, 'refuse', 'lost'];
  const lines = services.lines('plans/p/manifest/objects.jsonl').sort((a, b) => a.key < b.key ? 1 : -1);
  await services.perform(settings, { action: REPLAY_ACTION.runBatch, run: 'r', Items: lines.slice(0, 3) });
  const time = new Date(services.clock.now()).toISOString();

  expect(await services.perform(settings, { action: REPLAY_ACTION.report, run: 'r' })).toEqual({
    run: 'r',
    plan: 'p',
    time: expect.any(String),
    planned: 5,
    fates: { 'sent': 1, 'succeeded': 0, 'failed again': 0, 'refused': 1, 'in doubt': 1, 'sending': 0, 'not sent': 2 },
    refusals: { ResourceNotFoundException: 1 },
  });
  const [{ newId }] = services.lambda.accepted;
  expect(new Map(services.lines('runs/r/report.jsonl').map(line => [line.id, line]))).toEqual(new Map<string, object>([
    [id(4), { id: id(4), source: 'stored', target: ORDERS, fate: 'sent', newId, attempts: 1, time }],
    [id(3), { id: id(3), source: 'stored', target: ORDERS, fate: 'refused', error: 'ResourceNotFoundException', attempts: 1, time }],
    [id(2), { id: id(2), source: 'stored', target: ORDERS, fate: 'in doubt', error: expect.any(String), attempts: 1, time }],
    [id(1), { id: id(1), source: 'stored', target: ORDERS, fate: 'not sent' }],
    ['=1+1', { id: '=1+1', source: 'stored', target: ORDERS, fate: 'not sent' }],
  ]));
  const table = services.buckets.objects.get('work/runs/r/report.csv')!.split('\n');
  expect(table[0]).toBe('id,source,target,fate,newId,error,attempts,time');
  expect(table).toContain(`${id(4)},stored,${ORDERS},sent,${newId},,1,${time}`);
  // No formula for a spreadsheet.
  expect(table).toContain(`'=1+1,stored,${ORDERS},not sent,,,,`);
  expect(JSON.parse(services.buckets.objects.get('work/runs/r/summary.json')!)).toMatchObject({ planned: 5 });
});

test('tells at once that a worker is gone, and what it was about to send is in doubt from then on', async () => {
  services.reset();
  const settings = services.settings([BUCKET], [{ functionArn: `${ACCOUNT}:orders` }]);
  services.buckets.objects.set(`records/${key(1)}`, record(1));
  await services.plan(settings, 'p');
  await services.perform(settings, { action: REPLAY_ACTION.prepare, execution: 'r', input: { mode: 'run', plan: 'p' } });
  const ledger = new DynamoLedger(new Clients().dynamo, 'ledger', 90, services.clock);
  const lease = services.clock.now() + 1000;
  await ledger.begin({ id: id(1), state: 'sending', run: 'r', target: ORDERS, token: 't', lease, origin: id(1), attempts: 1, at: 1 }, undefined);
  const lineAfter = async (milliseconds: number) => {
    services.clock.advance(milliseconds);
    await services.perform(settings, { action: REPLAY_ACTION.report, run: 'r' });
    return services.lines('runs/r/report.jsonl').map(({ fate, error }) => [fate, error]);
  };

  expect(await lineAfter(999)).toEqual([['sending', undefined]]);
  expect(await lineAfter(1)).toEqual([['in doubt', 'WorkerGone']]);
  expect(await lineAfter(1)).toEqual([['in doubt', 'WorkerGone']]);
});
