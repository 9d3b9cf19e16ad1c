import { COMPARISONS, MISSING_DATA } from '../../../lib/constraints/aws-cloudwatch/evaluation';
import { violation } from '../../../lib/constraints/violation';

test('an alarm without anomaly detection has one of four comparisons', () => {
  expect(violation(COMPARISONS, 'GreaterThanThreshold')).toBeUndefined();
  expect(violation(COMPARISONS, 'LessThanLowerThreshold')).toBe(
    '`comparisonOperator` must be one of GreaterThanOrEqualToThreshold, GreaterThanThreshold, LessThanThreshold, LessThanOrEqualToThreshold, got: "LessThanLowerThreshold"',
  );
});

test('missing data has one of four treatments', () => {
  expect(violation(MISSING_DATA, 'notBreaching')).toBeUndefined();
  expect(violation(MISSING_DATA, 'NotBreaching')).toBe('`treatMissingData` must be one of missing, ignore, breaching, notBreaching, got: "NotBreaching"');
});
