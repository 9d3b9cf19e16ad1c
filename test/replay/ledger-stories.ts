import type { EventItem, Ledger } from '../../lib/replay/run/ledger';

const ITEM: EventItem = { id: 'one', state: 'sending', run: 'r', target: 'fn', token: 'mine', lease: 5, origin: 'one', attempts: 1, at: 1 };

/** What each ledger promises. */
export function ledgerStories(empty: () => Ledger): void {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = empty();
  });

  const item = async () => {
    const { expires: _, ...found } = (await ledger.find(['one'])).events.get('one') as EventItem & { readonly expires?: number };
    return found;
  };

  test('an event has one item, whoever puts it first', async () => {
    const other = { ...ITEM, token: 'other' };

    expect(await ledger.begin(ITEM, undefined)).toBeUndefined();
    expect(await ledger.begin(other, undefined)).toMatchObject(ITEM);
    expect(await ledger.begin(other, { ...ITEM, token: 'third' })).toMatchObject(ITEM);
    expect(await ledger.begin(other, ITEM)).toBeUndefined();
    expect(await item()).toEqual(other);
  });

  test('an event that was noted as sent in the meantime does not begin again', async () => {
    await ledger.begin(ITEM, undefined);
    await ledger.doubt(ITEM, 2);
    const inDoubt = await item();
    await ledger.finish(ITEM, { state: 'sent', at: 3 });

    expect(await ledger.begin({ ...ITEM, token: 'other' }, inDoubt)).toMatchObject({ state: 'sent', token: 'mine' });
    expect(await item()).toEqual({ ...ITEM, state: 'sent', at: 3 });
  });

  test('only the owner of the token changes an item, and no old error stays', async () => {
    await ledger.begin(ITEM, undefined);

    expect(await ledger.finish({ ...ITEM, token: 'other' }, { state: 'sent', at: 2 })).toBe(false);
    expect(await ledger.finish({ ...ITEM, id: 'two' }, { state: 'sent', at: 2 })).toBe(false);
    expect(await ledger.finish(ITEM, { state: 'refused', at: 2, error: 'Gone' })).toBe(true);
    expect(await item()).toEqual({ ...ITEM, state: 'refused', at: 2, error: 'Gone' });
    expect(await ledger.finish(ITEM, { state: 'sent', at: 3, newId: 'two' })).toBe(true);
    expect(await item()).toEqual({ ...ITEM, state: 'sent', at: 3, newId: 'two' });
  });

  test('only what is about to be sent becomes in doubt', async () => {
    await ledger.begin(ITEM, undefined);

    expect(await ledger.doubt({ ...ITEM, token: 'other' }, 2)).toBe(false);
    expect(await ledger.doubt(ITEM, 2)).toBe(true);
    expect(await ledger.doubt(ITEM, 3)).toBe(false);
    expect(await item()).toEqual({ ...ITEM, state: 'in-doubt', at: 2, error: 'WorkerGone' });
  });

  test('an outcome is noted once, and only of what was replayed', async () => {
    await ledger.remember({ id: 'two', origin: 'one', attempts: 1, run: 'r', sentAt: 7 });

    expect(await ledger.note('two', 'failed')).toMatchObject({ id: 'two', origin: 'one', sentAt: 7, outcome: 'failed' });
    expect(await ledger.note('two', 'succeeded')).toBeUndefined();
    expect(await ledger.note('three', 'failed')).toBeUndefined();
    const { replays } = await ledger.find(['two', 'three']);
    expect([...replays.values()]).toMatchObject([{ id: 'two', outcome: 'failed' }]);
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

  test('the allowance of a second is shared by the workers of a run', async () => {
    expect([await ledger.take('r', 1, 5), await ledger.take('r', 1, 3), await ledger.take('r', 2, 5), await ledger.take('other', 1, 1)]).toEqual([0, 5, 0, 0]);
  });
}
