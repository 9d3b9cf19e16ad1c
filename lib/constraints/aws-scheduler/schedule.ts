import type { NumberConstraint, TextConstraint } from '../constraint';

const API = 'Amazon EventBridge Scheduler API reference, CreateSchedule';

/** The expression of a schedule. */
export const SCHEDULER_EXPRESSION: TextConstraint = {
  kind: 'text',
  property: 'scheduleExpression',
  parameter: 'ScheduleExpression',
  min: 1,
  max: 256,
  pattern: '[^]*',
  source: API,
};

/** The time zone of a schedule. */
export const SCHEDULE_TIME_ZONE: TextConstraint = {
  kind: 'text',
  property: 'scheduleExpressionTimezone',
  parameter: 'ScheduleExpressionTimezone',
  min: 1,
  max: 50,
  pattern: '[^]*',
  source: API,
};

/** The length of the window within which a schedule invokes its target. */
export const FLEXIBLE_WINDOW: NumberConstraint = {
  kind: 'number',
  property: 'flexibleTimeWindow.maximumWindowInMinutes',
  parameter: 'FlexibleTimeWindow.MaximumWindowInMinutes',
  min: 1,
  max: 1440,
  integer: true,
  unit: 'minutes',
  source: 'Amazon EventBridge Scheduler API reference, FlexibleTimeWindow',
};
