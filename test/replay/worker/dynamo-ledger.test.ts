import type { EventItem, Ledger } from '../../../lib/replay/run/ledger';
import { Clients } from '../../../lib/replay/worker/clients';
import { DynamoLedger } from '../../../lib/replay/worker/dynamo-ledger';
import { Services } from '../loopback/services';

let services: Services;
let ledger: Ledger;
beforeAll(async () => {
  services = await Services.start();
});
beforeEach(() => {
  services.reset();
  ledger = new DynamoLedger(new Clients().dynamo, 'ledger', 90, services.clock);
});
afterAll(() => services.stop());

const ITEM: EventItem = { id: 'one', state: 'sending', run: 'r', target: 'fn', token: 'mine', lease: 5, origin: 'one', attempts: 1, at: 1 };

test('an event has one item, whoever puts it first', async () => {
  expect(await ledger.begin(ITEM, undefined)).toBeUndefined();
  expect(await ledger.begin({ ...ITEM, token: 'other' }, undefined)).toMatchObject(ITEM);
  expect(await ledger.begin({ ...ITEM, token: 'other' }, { ...ITEM, token: 'third' })).toMatchObject(ITEM);
  expect(await ledger.begin({ ...ITEM, token: 'other' }, ITEM)).toBeUndefined();
  expect((await ledger.find(['one'])).events.get('one')).toMatchObject({ token: 'other' });
});

test('only the owner of the token changes an item', async () => {
  await ledger.begin(ITEM, undefined);

  expect(await ledger.finish({ ...ITEM, token: 'other' }, { state: 'sent', at: 2 })).toBe(false);
  expect(await ledger.finish(ITEM, { state: 'refused', at: 2, error: 'Gone' })).toBe(true);
  expect((await ledger.find(['one'])).events.get('one')).toMatchObject({ state: 'refused', at: 2, error: 'Gone' });
  expect(await ledger.finish(ITEM, { state: 'sent', at: 3, newId: 'two' })).toBe(true);
  expect((await ledger.find(['one'])).events.get('one')).toEqual({ ...ITEM, state: 'sent', at: 3, newId: 'two', expires: expect.any(Number) });
});

test('only what is about to be sent becomes in doubt', async () => {
  await ledger.begin(ITEM, undefined);

  expect(await ledger.doubt({ ...ITEM, token: 'other' }, 2)).toBe(false);
  expect(await ledger.doubt(ITEM, 2)).toBe(true);
  expect(await ledger.doubt(ITEM, 3)).toBe(false);
  expect((await ledger.find(['one'])).events.get('one')).toMatchObject({ state: 'in-doubt', at: 2, error: 'WorkerGone' });
});

test('items expire after the days of the ledger', async () => {
  await ledger.begin(ITEM, undefined);

  expect(services.table.items.get('event#one')!.expires).toEqual({ N: String(Math.floor(services.clock.now() / 1000) + 90 * 24 * 3600) });
});

test('finds more items than one call returns, and those that a call left out', async () => {
  const ids = Array.from({ length: 120 }, (_, number) => `id-${number}`);
  for (const id of ids) {
    await ledger.begin({ ...ITEM, id }, undefined);
  }
  await ledger.remember({ id: 'id-7', origin: 'one', attempts: 2, run: 'r', sentAt: 1 });
  services.table.unprocessed.add('event#id-3');
  const { events, replays } = await ledger.find([...ids, 'id-1', 'nothing']);

  expect([...events.keys()].sort()).toEqual([...ids].sort());
  expect([...replays.values()]).toMatchObject([{ id: 'id-7', attempts: 2 }]);
});

test('an outcome is noted once, and only of what was replayed', async () => {
  await ledger.remember({ id: 'two', origin: 'one', attempts: 1, run: 'r', sentAt: 7 });

  expect(await ledger.note('two', 'failed')).toMatchObject({ id: 'two', origin: 'one', sentAt: 7, outcome: 'failed' });
  expect(await ledger.note('two', 'succeeded')).toBeUndefined();
  expect(await ledger.note('three', 'failed')).toBeUndefined();
  expect(services.table.items.has('replay#three')).toBe(false);
});

test('sums grow, and the frontier only rises', async () => {
  await ledger.add('r', { sent: 2, failedAgain: 1 });
  await ledger.add('r', { sent: 3 });
  await ledger.raiseFrontier('r', 20);
  await ledger.raiseFrontier('r', 10);

  expect(await ledger.tally('r')).toMatchObject({ id: 'r', sent: 5, failedAgain: 1, frontier: 20 });
  expect(await ledger.tally('other')).toEqual({ id: 'other' });
});

test('a run starts once, and is steered only if it exists', async () => {
  const control = { id: 'r', plan: 'p', state: 'running', rate: 100, concurrency: 10, factor: 1, settings: '{}', startedAt: 1 } as const;
  await ledger.start(control);
  await ledger.start({ ...control, rate: 1 });
  await ledger.steer('r', { state: 'stopped', reason: 'enough' });
  await ledger.steer('other', { state: 'stopped' });

  expect(await ledger.control('r')).toMatchObject({ ...control, state: 'stopped', reason: 'enough' });
  expect(await ledger.control('other')).toBeUndefined();
});

test('the allowance of a second is shared', async () => {
  expect([await ledger.take('r', 1, 5), await ledger.take('r', 1, 3), await ledger.take('r', 2, 5)]).toEqual([0, 5, 0]);
});
