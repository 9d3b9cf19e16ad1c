import { ALARM_NEVER_FIRES, IN_MILLISECONDS, METRIC_UNIT, WITHOUT_EXECUTED_VERSION } from '../../../lib/constraints/aws-cloudwatch/alarm';
import { broken } from '../../../lib/constraints/rule';

test('dimensions that the service does not publish are refused in one sentence', () => {
  expect(broken(ALARM_NEVER_FIRES, 'Dimensions', 'FunctionName, ExecutedVersion for AsyncEventsDropped', WITHOUT_EXECUTED_VERSION)).toBe(
    '`Dimensions` must be dimensions with which the service publishes the metric, got: FunctionName, ExecutedVersion for AsyncEventsDropped. '
    + 'CloudWatch has no data for it: the alarm stays in INSUFFICIENT_DATA or OK and never fires. '
    + 'Leave `ExecutedVersion` out: an event that is queued or dropped is not run, so only the metrics of runs have it.',
  );
});

test('the remedies of cases belong to their rules', () => {
  expect(ALARM_NEVER_FIRES.remedies).toEqual([WITHOUT_EXECUTED_VERSION]);
  expect(METRIC_UNIT.remedies).toEqual([IN_MILLISECONDS]);
});
