import { FLEXIBLE_WINDOW, SCHEDULE_TIME_ZONE, SCHEDULER_EXPRESSION } from '../../../lib/constraints/aws-scheduler/schedule';
import { violation } from '../../../lib/constraints/violation';

test.each([1, 1440])('a window may have %i minutes', minutes => {
  expect(violation(FLEXIBLE_WINDOW, minutes)).toBeUndefined();
});

test.each([0, 1441])('a window never has %i minutes', minutes => {
  expect(violation(FLEXIBLE_WINDOW, minutes)).toBe(`\`flexibleTimeWindow.maximumWindowInMinutes\` must be an integer between 1 and 1440 minutes, got: ${minutes}`);
});

test('a schedule has an expression of at least one character', () => {
  expect(violation(SCHEDULER_EXPRESSION, '')).toBe('`scheduleExpression` must be 1 to 256 characters, got: ""');
});

test('a time zone has at most 50 characters', () => {
  expect(violation(SCHEDULE_TIME_ZONE, 'E'.repeat(50))).toBeUndefined();
  expect(violation(SCHEDULE_TIME_ZONE, 'E'.repeat(51))).toContain('must be 1 to 50 characters');
});
