import { CRON_FIELDS, RATE_UNITS, SCHEDULE_EXPRESSION, type CronField } from '../../../lib/constraints/aws-events/schedule-expression';
import { violation } from '../../../lib/constraints/violation';

test('the names of a field count up from its smallest to its largest value', () => {
  const fields: CronField[] = Object.values(CRON_FIELDS);

  expect(fields.map(({ names, min, max }) => names?.length ?? max - min + 1)).toEqual(fields.map(({ min, max }) => max - min + 1));
});

test('each unit of a rate is a multiple of the one before', () => {
  expect(Object.values(RATE_UNITS)).toEqual([60 * 1000, 60 * 60 * 1000, 24 * 60 * 60 * 1000]);
});

test('a rule takes an expression of 256 characters', () => {
  expect(violation(SCHEDULE_EXPRESSION, '*'.repeat(256))).toBeUndefined();
  expect(violation(SCHEDULE_EXPRESSION, '*'.repeat(257))).toContain('must be at most 256 characters');
});
