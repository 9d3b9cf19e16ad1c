import { eventOf, NOW } from './events';
import type { ReplaySelection } from '../../../lib/contract/replay-plan';
import { isSelected, wantsSuccesses } from '../../../lib/replay/plan/selection';

const EVENT = eventOf({ timestamp: '2026-11-30T23:00:00.000Z', requestContext: { requestId: 'one' }, responsePayload: { errorType: 'TimeoutError' } });
const { functionArn: _, time: __, errorType: ___, executedVersion: ____, ...UNKNOWN } = EVENT;

test.each<[ReplaySelection, boolean]>([
  [{}, true],
  [{ from: '2026-11-30T23:00:00.000Z' }, true],
  [{ from: '2026-11-30T23:00:00.001Z' }, false],
  [{ until: '2026-11-30T23:00:00.001Z' }, true],
  [{ until: '2026-11-30T23:00:00.000Z' }, false],
  [{ minAge: 3600 }, true],
  [{ minAge: 3601 }, false],
  [{ maxAge: 3600 }, true],
  [{ maxAge: 3599 }, false],
  [{ functions: ['mail', 'orders'] }, true],
  [{ functions: ['mail'] }, false],
  [{ qualifiers: ['live'] }, true],
  [{ qualifiers: ['$LATEST'] }, false],
  [{ conditions: ['RetriesExhausted'] }, true],
  [{ conditions: ['EventAgeExceeded'] }, false],
  [{ errorTypes: ['TimeoutError'] }, true],
  [{ errorTypes: ['TypeError'] }, false],
  [{ executedVersions: ['$LATEST'] }, true],
  [{ executedVersions: ['1'] }, false],
  [{ advice: ['after-repair'] }, true],
  [{ advice: ['now'] }, false],
  [{ requestIds: ['two', 'one'] }, true],
  [{ requestIds: ['two'] }, false],
  [{ functions: ['orders'], errorTypes: ['TypeError'] }, false],
])('%j', (select, selected) => {
  expect(isSelected(EVENT, select, NOW)).toBe(selected);
});

test.each<[ReplaySelection]>([
  [{ from: '2000-01-01T00:00:00Z' }], [{ until: '2100-01-01T00:00:00Z' }], [{ minAge: 0 }], [{ maxAge: 1e9 }], [{ functions: ['orders'] }], [{ qualifiers: ['live'] }],
  [{ errorTypes: ['TimeoutError'] }], [{ executedVersions: ['$LATEST'] }],
])('an event that does not tell it does not meet %j', select => {
  expect(isSelected(UNKNOWN, select, NOW)).toBe(false);
  expect(isSelected(UNKNOWN, {}, NOW)).toBe(true);
});

test('events that succeeded are selected only by their advice', () => {
  const succeeded = { ...EVENT, advice: 'never' as const };

  expect(isSelected(succeeded, {}, NOW)).toBe(false);
  expect(isSelected(succeeded, { advice: ['never'] }, NOW)).toBe(true);
  expect([wantsSuccesses({}), wantsSuccesses({ advice: ['now'] }), wantsSuccesses({ advice: ['now', 'never'] })]).toEqual([false, false, true]);
});
