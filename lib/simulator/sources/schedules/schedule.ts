import { atExpression } from './at-expression';
import { cronExpression } from './cron-expression';
import { Expression } from './expression';
import { rateInterval } from './rate-expression';
import { timeZone } from './time-zone';
import { SCHEDULE_EXPRESSION } from '../../../constraints/aws-events/schedule-expression';
import { FLEXIBLE_WINDOW, SCHEDULER_EXPRESSION } from '../../../constraints/aws-scheduler/schedule';
import { violation } from '../../../constraints/violation';

/** The latest date of JavaScript, in milliseconds since 1970. */
const LATEST_DATE = 8_640_000_000_000_000;

const MINUTE = 60_000;

/** What decides when a schedule fires. All times are in milliseconds since 1970. */
export interface ScheduleOptions {
  /** The service: `rule` for `AWS::Events::Rule`, `scheduler` for `AWS::Scheduler::Schedule`. */
  readonly kind: 'rule' | 'scheduler';

  /** The time at which the rule or schedule is created. */
  readonly createdAt: number;

  /**
   * The time zone of cron and at expressions, as IANA names it; of EventBridge Scheduler only.
   *
   * @default 'UTC'
   */
  readonly timeZone?: string;

  /**
   * The time from which a recurring schedule fires; of EventBridge Scheduler only.
   *
   * @default - it fires from its creation
   */
  readonly start?: number;

  /**
   * The time until which a recurring schedule fires; of EventBridge Scheduler only.
   *
   * @default - it never ends
   */
  readonly end?: number;

  /**
   * The length of the flexible window, in minutes; of EventBridge Scheduler only.
   *
   * @default - it has no window
   */
  readonly flexibleMinutes?: number;

  /**
   * Whether the rule or schedule is enabled.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * The construct path for messages.
   *
   * @default - messages name no place
   */
  readonly path?: string;
}

/** The times at which a rule or schedule fires. */
export interface Schedule {
  /**
   * The first time after `after` at which it fires, in milliseconds since 1970; `undefined` if it never fires again.
   *
   * The window is not part of it: add `delay`. So firings keep their order, even where windows overlap.
   *
   * @param after the time, in milliseconds since 1970. By default, the first firing of all is returned
   */
  next(after?: number): number | undefined;

  /**
   * The time between a firing and its invocation, in milliseconds; 0 without a flexible window.
   *
   * @param random returns a number of at least 0, below its argument
   */
  delay(random: (max: number) => number): number;
}

/**
 * The schedule that an expression describes.
 *
 * Both services run a schedule within its minute, "but not on the precise 0th second": here, it fires at the start of the
 * minute. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html
 *
 * @throws RangeError if the service refuses the expression or an option
 * @throws NotKnownError if no page says what the expression means
 */
export function schedule(text: string, options: ScheduleOptions): Schedule {
  const { flexibleMinutes, end = Infinity, enabled = true } = options;
  const expression = new Expression(text, options.path);
  expression.admit(violation(options.kind === 'rule' ? SCHEDULE_EXPRESSION : SCHEDULER_EXPRESSION, text, 'ScheduleExpression'));
  if (flexibleMinutes !== undefined) {
    expression.admit(violation(FLEXIBLE_WINDOW, flexibleMinutes, FLEXIBLE_WINDOW.parameter));
  }
  const { following, floor, isOnce } = recurrence(expression, options);
  const last = isOnce ? LATEST_DATE : Math.min(end, LATEST_DATE);
  // The service "invokes the target within 15 minutes after the scheduled time"; which moment it chooses is its secret.
  // https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-flexible-time-windows.html
  const window = (flexibleMinutes ?? 0) * MINUTE;
  return {
    next(after = -Infinity) {
      const time = enabled ? following(Math.max(after, floor)) : undefined;
      return time === undefined || time > last ? undefined : time;
    },
    delay: random => window === 0 ? 0 : Math.floor(random(window)),
  };
}

/** How an expression goes on. */
interface Recurrence {
  /** The first firing after a time. */
  readonly following: (after: number) => number | undefined;

  /** The time after which the first firing is. */
  readonly floor: number;

  /** Whether it fires only once: then the service ignores StartDate and EndDate. */
  readonly isOnce?: boolean;
}

function recurrence(expression: Expression, options: ScheduleOptions): Recurrence {
  const { kind, createdAt, start } = options;
  // "Depending on the schedule's recurrence expression, invocations might occur on, or after, the StartDate you specify."
  // https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
  const floor = Math.max(createdAt, (start ?? -Infinity) - 1);
  switch (expression.form) {
    case 'rate': return rate(rateInterval(expression, kind), options);
    case 'cron': return { following: cronExpression(expression, zoneOf(expression, options), kind), floor };
    case 'at': {
      if (kind === 'rule') {
        throw expression.refused('be rate(value unit) or cron(fields) in a rule', 'Declare an `AWS::Scheduler::Schedule` for a single time.');
      }
      const time = atExpression(expression, zoneOf(expression, options));
      return { following: after => time > after ? time : undefined, floor: createdAt, isOnce: true };
    }
    default: throw expression.refused(
      `be ${kind === 'rule' ? '' : 'at(time), '}rate(value unit) or cron(fields), without spaces around it`,
      'Write e.g. rate(5 minutes) or cron(0 12 * * ? *).',
    );
  }
}

/**
 * The firings of a rate, which daylight saving time does not shift: days are 24 hours.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
function rate(interval: number, { kind, createdAt, start }: ScheduleOptions): Recurrence {
  // "A rate expression starts when you create the scheduled event rule, and then it runs on a defined schedule": here, the
  // first interval passes before a rule fires. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rate-expressions.html
  // EventBridge Scheduler fires first at its StartDate, or "immediately" without one, so its creation is a firing, too.
  // https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
  const first = kind === 'rule' ? createdAt + interval : start ?? createdAt;
  return {
    following: after => after < first ? first : first + (Math.floor((after - first) / interval) + 1) * interval,
    floor: createdAt - 1,
  };
}

function zoneOf(expression: Expression, { kind, timeZone: name }: ScheduleOptions) {
  // "All scheduled events use UTC+0 time zone." https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html
  return timeZone(expression, kind === 'rule' ? undefined : name);
}
