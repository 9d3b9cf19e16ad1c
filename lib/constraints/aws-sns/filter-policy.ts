import type { CountConstraint, NumberConstraint, SizeConstraint } from '../constraint';

const SOURCE = 'Amazon SNS developer guide, "Filter policy constraints in Amazon SNS"';

/** The names at the top of a filter policy. */
export const FILTER_POLICY_KEYS: CountConstraint = {
  kind: 'count',
  property: 'filterPolicy',
  parameter: 'FilterPolicy',
  max: 5,
  unit: 'keys',
  source: SOURCE,
};

/** The lengths of all lists of a filter policy, multiplied, each by its depth. */
export const FILTER_POLICY_COMBINATIONS: NumberConstraint = {
  kind: 'number',
  property: 'filterPolicy',
  parameter: 'FilterPolicy',
  min: 1,
  max: 150,
  integer: true,
  source: SOURCE,
};

/** The JSON of a filter policy. */
export const FILTER_POLICY_SIZE: SizeConstraint = {
  kind: 'size',
  property: 'filterPolicy',
  parameter: 'FilterPolicy',
  max: 262_144,
  unit: 'bytes',
  source: SOURCE,
};

/** A number that a filter policy compares. It may have five decimals. */
export const FILTER_POLICY_NUMBER: NumberConstraint = {
  kind: 'number',
  property: 'filterPolicy',
  parameter: 'FilterPolicy',
  min: -1_000_000_000,
  max: 1_000_000_000,
  integer: false,
  source: SOURCE,
};
