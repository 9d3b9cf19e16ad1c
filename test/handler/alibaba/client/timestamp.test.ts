import { timestamp } from '../../../../lib/handler/alibaba/client/timestamp';

test('a time has no milliseconds', () => {
  expect(timestamp(Date.UTC(2026, 0, 2, 3, 4, 5, 678))).toBe('2026-01-02T03:04:05Z');
});
