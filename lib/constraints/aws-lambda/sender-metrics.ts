import type { Evidence } from '../evidence';
import type { ServiceMetric } from '../service-metric';

/** The metrics that tell that a sender lost an event before Lambda accepted it. */
export interface SenderMetrics {
  /** Counts events that the sender gave up: lost, unless it has a dead-letter queue. */
  readonly failed: ServiceMetric;

  /** Counts events that the sender could not even send to its dead-letter queue: lost. */
  readonly deadLetterFailed: ServiceMetric;
}

/** The dimensions of a rule. The metrics of rules of the default bus have `RuleName` only. */
export const RULE_NAME_DIMENSION = 'RuleName';
export const EVENT_BUS_NAME_DIMENSION = 'EventBusName';

/** The dimension of a topic: its metrics cover all its subscriptions. */
export const TOPIC_NAME_DIMENSION = 'TopicName';

/** The dimension of a group of schedules: there is none for one schedule. */
export const SCHEDULE_GROUP_DIMENSION = 'ScheduleGroup';

/** The group of schedules that name none. */
export const DEFAULT_SCHEDULE_GROUP = 'default';

const EVENTS_GUIDE = 'Amazon EventBridge user guide, "Monitoring Amazon EventBridge"';
const SNS_GUIDE = 'Amazon SNS developer guide, "Monitoring Amazon SNS topics using CloudWatch"';
const SCHEDULER_GUIDE = 'Amazon EventBridge Scheduler user guide, "Monitoring Amazon EventBridge Scheduler with Amazon CloudWatch"';

const RULE_DIMENSIONS: Evidence = {
  grade: 'documented',
  says: 'Metrics with `RuleName` alone refer to the default bus, those with `EventBusName` and `RuleName` to a custom bus.',
};

const GROUP_DIMENSIONS: Evidence = { grade: 'documented', says: 'The only dimension is the group of schedules: `ScheduleGroup`.' };

function counted(about: Pick<ServiceMetric, 'namespace' | 'dimensions' | 'source' | 'evidence'>, metricName: string, says: string): ServiceMetric {
  return { ...about, metricName, unit: 'Count', statistic: 'Sum', says };
}

const RULE = { namespace: 'AWS/Events', dimensions: [[RULE_NAME_DIMENSION], [EVENT_BUS_NAME_DIMENSION, RULE_NAME_DIMENSION]], source: EVENTS_GUIDE, evidence: RULE_DIMENSIONS };
const TOPIC = { namespace: 'AWS/SNS', dimensions: [[TOPIC_NAME_DIMENSION]], source: SNS_GUIDE };
const SCHEDULE = { namespace: 'AWS/Scheduler', dimensions: [[], [SCHEDULE_GROUP_DIMENSION]], source: SCHEDULER_GUIDE, evidence: GROUP_DIMENSIONS };

/** The metrics of senders, by the kind of the delivery. */
export const SENDER_METRICS = {
  'event-rule': {
    failed: counted(RULE, 'FailedInvocations', 'The number of invocations that failed for good, retries included.'),
    deadLetterFailed: counted(RULE, 'InvocationsFailedToBeSentToDlq', 'The number of events that the rule could not send to its dead-letter queue.'),
  },
  'sns-subscription': {
    failed: counted(TOPIC, 'NumberOfNotificationsFailed', 'The number of messages that the topic could not deliver to a subscription.'),
    deadLetterFailed: counted(TOPIC, 'NumberOfNotificationsFailedToRedriveToDlq', 'The number of messages that the topic could not move to the dead-letter queue of a subscription.'),
  },
  'schedule': {
    failed: counted(SCHEDULE, 'InvocationDroppedCount', 'The number of invocations that Scheduler gave up after its retries.'),
    deadLetterFailed: counted(SCHEDULE, 'InvocationsFailedToBeSentToDeadLetterCount', 'The number of invocations that Scheduler could not send to a dead-letter queue.'),
  },
} as const satisfies Readonly<Record<string, SenderMetrics>>;

/** The kinds of senders whose metrics are documented. */
export type WatchedSender = keyof typeof SENDER_METRICS;
