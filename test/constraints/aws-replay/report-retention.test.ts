import { REPORT_RETENTION } from '../../../lib/constraints/aws-replay/report-retention';
import { violation } from '../../../lib/constraints/violation';

test.each([1, 90, 3650])('plans and reports are kept for %d days', days => {
  expect(violation(REPORT_RETENTION, days)).toBeUndefined();
});

test.each([0, 1.5, 3651])('plans and reports are not kept for %d days', days => {
  expect(violation(REPORT_RETENTION, days)).toBe(`\`reportRetention\` must be an integer between 1 and 3650 days, got: ${days}`);
});
