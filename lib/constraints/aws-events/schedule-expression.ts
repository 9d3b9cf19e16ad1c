import type { TextConstraint } from '../constraint';

/** The expression of a rule that fires on a schedule. */
export const SCHEDULE_EXPRESSION: TextConstraint = {
  kind: 'text',
  property: 'scheduleExpression',
  parameter: 'ScheduleExpression',
  min: 0,
  max: 256,
  pattern: '[^]*',
  source: 'Amazon EventBridge API reference, PutRule',
};

/**
 * The units of a rate, in milliseconds.
 *
 * Source: Amazon EventBridge user guide, "Setting a schedule pattern for scheduled rules": https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rate-expressions.html
 */
export const RATE_UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** One of the six fields of a cron expression. */
export interface CronField {
  /** The name of the field in the user guide. */
  readonly name: string;
  readonly min: number;
  readonly max: number;

  /** Names of the values, the first one for `min`. */
  readonly names?: readonly string[];

  /** The wildcards that the field takes, as the user guide lists them. */
  readonly wildcards: string;
}

/**
 * The fields of a cron expression, in their order. EventBridge Scheduler has the same ones.
 *
 * Source: Amazon EventBridge user guide, "Setting a schedule pattern for scheduled rules": https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export const CRON_FIELDS = {
  minutes: { name: 'Minutes', min: 0, max: 59, wildcards: ', - * /' },
  hours: { name: 'Hours', min: 0, max: 23, wildcards: ', - * /' },
  dayOfMonth: { name: 'Day-of-month', min: 1, max: 31, wildcards: ', - * ? / L W' },
  month: { name: 'Month', min: 1, max: 12, names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'], wildcards: ', - * /' },
  dayOfWeek: { name: 'Day-of-week', min: 1, max: 7, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'], wildcards: ', - * ? L #' },
  year: { name: 'Year', min: 1970, max: 2199, wildcards: ', - * /' },
} as const satisfies Record<string, CronField>;
