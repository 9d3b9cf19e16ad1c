import { FILTER_PATTERN, FILTERS } from '../../../lib/constraints/aws-lambda/filter-criteria';

test('a mapping has ten filters at most, each of four kilobytes', () => {
  expect([FILTERS.max, FILTER_PATTERN.max]).toEqual([10, 4_096]);
});
