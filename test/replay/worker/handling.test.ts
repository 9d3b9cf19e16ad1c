import { handling } from '../../../lib/replay/worker/handling';
import { settingsOf } from '../../../lib/replay/worker/settings';
import { systemClock } from '../../../lib/replay/worker/system-clock';

const FULL = { REPLAY_TABLE: 't', REPLAY_BUCKET: 'b', REPLAY_SOURCES: '[]', REPLAY_TARGETS: '[]' };

test('reads its settings from the environment', () => {
  expect(settingsOf(FULL)).toEqual({ table: 't', bucket: 'b', sources: [], targets: [], ledgerDays: 90, keepObjects: false, name: 'Replay' });
  expect(settingsOf({ ...FULL, REPLAY_LEDGER_DAYS: '30', REPLAY_KEEP_OBJECTS: 'true', REPLAY_NAME: 'Orders' })).toMatchObject({ ledgerDays: 30, keepObjects: true, name: 'Orders' });
});

test.each(Object.keys(FULL))('needs %s', name => {
  expect(() => settingsOf({ ...FULL, [name]: undefined })).toThrow(`The environment must have \`${name}\`, got: nothing. The construct sets it.`);
});

test('refuses an action that it does not know', async () => {
  const handler = handling({ settings: () => settingsOf(FULL), clock: systemClock, write: () => {} });

  await expect(handler({ action: 'send' } as never, { getRemainingTimeInMillis: () => 1000 })).rejects.toThrow(
    '`action` must be one of prepare, plan-queue, plan-objects, merge-plan, run-queue, run-batch, watch, close, report, got: "send"',
  );
});

test('logs the error of an action by its name only', async () => {
  const lines: string[] = [];
  const handler = handling({ settings: () => settingsOf(FULL), clock: systemClock, write: line => lines.push(line) });

  await expect(handler({ action: 'prepare', execution: 'p', input: { limit: 0 } }, { getRemainingTimeInMillis: () => 1000 })).rejects.toThrow('`limit` must be');
  expect(lines.map(line => JSON.parse(line))).toEqual([{ action: 'prepare', execution: 'p', milliseconds: expect.any(Number), error: 'InputError' }]);
});
