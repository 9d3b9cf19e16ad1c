import type { Ledger } from '../../../lib/replay/run/ledger';
import { Clients } from '../../../lib/replay/worker/clients';
import { DynamoLedger } from '../../../lib/replay/worker/dynamo-ledger';
import { ledgerStories } from '../ledger-stories';
import { Services } from '../loopback/services';

let services: Services;
beforeAll(async () => {
  services = await Services.start();
});
beforeEach(() => services.reset());
afterAll(() => services.stop());

const empty = (): Ledger => new DynamoLedger(new Clients().dynamo, 'ledger', 90, services.clock);
const beginning = (id: string) => ({ id, state: 'sending', run: 'r', target: 'fn', token: 'mine', lease: 5, origin: id, attempts: 1, at: 1 } as const);

ledgerStories(empty);

test('items expire after the days of the ledger', async () => {
  await empty().begin(beginning('one'), undefined);

  expect(services.table.items.get('event#one')!.expires).toEqual({ N: String(Math.floor(services.clock.now() / 1000) + 90 * 24 * 3600) });
});

test('finds more items than one call returns, and those that a call left out', async () => {
  const ledger = empty();
  const ids = Array.from({ length: 120 }, (_, number) => `id-${number}`);
  for (const id of ids) {
    await ledger.begin(beginning(id), undefined);
  }
  await ledger.remember({ id: 'id-7', origin: 'one', attempts: 2, run: 'r', sentAt: 1 });
  services.table.unprocessed.add('event#id-3');
  const { events, replays } = await ledger.find([...ids, 'id-1', 'nothing']);

  expect([...events.keys()].sort()).toEqual([...ids].sort());
  expect([...replays.values()]).toMatchObject([{ id: 'id-7', attempts: 2 }]);
});

test('what was not replayed gets no item by an outcome', async () => {
  await empty().note('three', 'failed');

  expect(services.table.items.has('replay#three')).toBe(false);
});
