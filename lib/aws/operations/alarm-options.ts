import type { Duration } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmSeverity } from './alarm-severity';

/** Changes of one alarm. */
export interface AsyncInvokeAlarmOptions {
  /**
   * Whether the alarm is wanted.
   *
   * An alarm for something that cannot happen is left out in any case.
   *
   * @default true, except for `eventsDropped`
   */
  readonly enabled?: boolean;

  /**
   * Severity, which decides about the actions.
   *
   * @default - the severity that the setting of the alarm names
   */
  readonly severity?: AlarmSeverity;

  /**
   * Threshold in the unit of the metric: milliseconds for the age of events, seconds for the age of messages.
   *
   * The alarm goes off at this value and above.
   *
   * @default - computed from the config that applies
   */
  readonly threshold?: number;

  /**
   * Length of a datapoint.
   *
   * @default Duration.minutes(1)
   */
  readonly period?: Duration;

  /**
   * Number of datapoints that are compared.
   *
   * Lambda publishes most of these metrics only when something happens, so an alarm that needs several datapoints in a
   * row may never go off.
   *
   * @default 1
   */
  readonly evaluationPeriods?: number;

  /**
   * Number of datapoints that must reach the threshold.
   *
   * @default - all of `evaluationPeriods`
   */
  readonly datapointsToAlarm?: number;

  /**
   * Name of the alarm, 1 to 255 characters. If the setting has several alarms, e.g. for several queues, the others get a number behind it.
   *
   * @default - the name of the stack, the path of the construct in it, and the kind of the alarm
   */
  readonly alarmName?: string;
}

/** What happens when an alarm changes its state. */
export interface AsyncInvokeAlarmActions {
  /**
   * Actions when the alarm goes off.
   *
   * @default - no actions
   */
  readonly alarmActions?: cloudwatch.IAlarmAction[];

  /**
   * Actions when the alarm returns to OK.
   *
   * @default - no actions
   */
  readonly okActions?: cloudwatch.IAlarmAction[];
}

/** Actions by severity, and changes of single alarms. */
export interface AsyncInvokeAlarmSettings {
  /**
   * Actions of critical alarms.
   *
   * @default - no actions
   */
  readonly critical?: AsyncInvokeAlarmActions;

  /**
   * Actions of warnings.
   *
   * @default - no actions
   */
  readonly warning?: AsyncInvokeAlarmActions;

  /**
   * Actions of alarms for information.
   *
   * @default - no actions
   */
  readonly information?: AsyncInvokeAlarmActions;

  /**
   * Actions of a composite alarm over all critical alarms. If given, there is one.
   *
   * @default - no composite alarm
   */
  readonly composite?: AsyncInvokeAlarmActions;

  /**
   * Lambda could not deliver a record to a destination: critical.
   *
   * @default - one failure within a minute; none without a destination
   */
  readonly deliveryFailed?: AsyncInvokeAlarmOptions;

  /**
   * Lambda could not send an event to the dead-letter queue of the function: critical.
   *
   * @default - one failure within a minute; none without a dead-letter queue
   */
  readonly deadLetterFailed?: AsyncInvokeAlarmOptions;

  /**
   * Lambda gave up an event, and nothing keeps it: critical. If the app cannot tell whether something keeps it, a warning.
   *
   * @default - one event within a minute; none with a failure destination or dead-letter queue
   */
  readonly eventsLost?: AsyncInvokeAlarmOptions;

  /**
   * Lambda gave up an event, and a destination or dead-letter queue keeps it: for information, off by default.
   *
   * @default - not enabled
   */
  readonly eventsDropped?: AsyncInvokeAlarmOptions;

  /**
   * Events wait longer than their retries explain: warning.
   *
   * @default - half of `maxEventAge`, but at least the time that all attempts and the waits between them take; none if that
   * is the whole `maxEventAge`, or no less than `backlogCritical`
   */
  readonly backlog?: AsyncInvokeAlarmOptions;

  /**
   * Events are about to exceed their age: critical.
   *
   * @default - 80 % of `maxEventAge`, but at least the time that all attempts and the waits between them take; none if that
   * is the whole `maxEventAge`
   */
  readonly backlogCritical?: AsyncInvokeAlarmOptions;

  /**
   * Lambda stopped an infinite loop: critical.
   *
   * @default - one invocation within a minute; none for a function that allows loops
   */
  readonly loopStopped?: AsyncInvokeAlarmOptions;

  /**
   * A queue has failed events, and nothing of the app reads them: warning.
   *
   * Applies to the queue of the failure destination, the dead-letter queue of the function and those of the senders.
   *
   * @default - one message; none for a queue that an event source mapping or pipe reads
   */
  readonly failureQueueNotEmpty?: AsyncInvokeAlarmOptions;

  /**
   * The consumer of such a queue has stopped: warning.
   *
   * @default - the oldest message has 15 minutes, and three times the visibility timeout; none for a queue without consumer
   */
  readonly consumerBehind?: AsyncInvokeAlarmOptions;

  /**
   * Such a queue is about to delete failed events: critical.
   *
   * @default - the oldest message has 80 % of the retention of the queue; none for a queue whose retention the app does not know
   */
  readonly recordsExpiring?: AsyncInvokeAlarmOptions;

  /**
   * A sender gave up an event that Lambda did not accept, and nothing keeps it: critical.
   *
   * @default - one event within a minute, for each rule, topic and group of schedules
   */
  readonly senderFailed?: AsyncInvokeAlarmOptions;
}
