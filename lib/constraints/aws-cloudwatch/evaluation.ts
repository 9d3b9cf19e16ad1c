import type { ChoiceConstraint } from '../constraint';

const API = 'Amazon CloudWatch API reference, PutMetricAlarm';

/** How an alarm compares a value with its threshold, without anomaly detection. */
export const COMPARISONS: ChoiceConstraint = {
  kind: 'choice',
  property: 'comparisonOperator',
  parameter: 'ComparisonOperator',
  values: ['GreaterThanOrEqualToThreshold', 'GreaterThanThreshold', 'LessThanThreshold', 'LessThanOrEqualToThreshold'],
  source: API,
};

/** What an alarm does with periods without data. */
export const MISSING_DATA: ChoiceConstraint = {
  kind: 'choice',
  property: 'treatMissingData',
  parameter: 'TreatMissingData',
  values: ['missing', 'ignore', 'breaching', 'notBreaching'],
  source: API,
};
