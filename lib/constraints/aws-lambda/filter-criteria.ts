import type { CountConstraint, SizeConstraint } from '../constraint';

/** The filters of an event source mapping. */
export const FILTERS: CountConstraint = {
  kind: 'count',
  property: 'filters',
  parameter: 'FilterCriteria.Filters',
  max: 10,
  unit: 'filters',
  source: 'AWS Lambda developer guide, "Control which events Lambda sends to your function"',
  note: 'Five without a quota increase, which an account may have.',
};

/** The pattern of a filter, of an event source mapping or a pipe. */
export const FILTER_PATTERN: SizeConstraint = {
  kind: 'size',
  property: 'pattern',
  parameter: 'Pattern',
  max: 4_096,
  unit: 'bytes',
  source: 'AWS Lambda API reference, Filter',
};
