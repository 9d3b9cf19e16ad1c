import * as recordings from './recordings';
import type { Evidence } from '../evidence';
import type { Remedy, Rule } from '../rule';

const GUIDE = 'AWS CloudWatch user guide, "Using Amazon CloudWatch alarms"';
const API = 'AWS CloudWatch API reference, PutMetricAlarm';
const LAMBDA = 'AWS Lambda developer guide, "Types of metrics for Lambda functions" and "Viewing metrics for Lambda functions"';

const NO_DATA = 'CloudWatch has no data for it: the alarm stays in INSUFFICIENT_DATA or OK and never fires.';

/** CloudWatch compares namespaces, names and dimensions of metrics exactly. */
const EXACT: Evidence = {
  grade: 'documented',
  says: 'A metric is defined by its name, its namespace and its dimensions: CloudWatch treats each unique combination of dimensions as a separate metric, and names have upper and lower case.',
};

/** The remedy for the version that an alias ran. */
export const WITHOUT_EXECUTED_VERSION: Remedy = {
  when: 'the alarm names the executed version',
  remedy: 'Leave `ExecutedVersion` out: an event that is queued or dropped is not run, so only the metrics of runs have it.',
};

/** The remedy for a metric whose unit is not seconds. */
export const IN_MILLISECONDS: Remedy = {
  when: 'the metric is in milliseconds',
  remedy: 'Leave the unit out, and give the threshold in milliseconds.',
};

export const ALARM_NEVER_FIRES: Rule = {
  id: 'AlarmNeverFires',
  parameter: 'Dimensions',
  rule: 'be dimensions with which the service publishes the metric',
  consequence: NO_DATA,
  remedy: 'Name the function with `FunctionName`, and an alias or version with `Resource` as well, e.g. `orders:live`.',
  remedies: [WITHOUT_EXECUTED_VERSION],
  source: LAMBDA,
  evidence: {
    grade: 'derived',
    from: [
      'CloudWatch treats each unique combination of dimensions as a separate metric.',
      'The developer guide has the dimensions `FunctionName` and `Resource` for all metrics, and `ExecutedVersion` to compare the runs of two versions.',
      'An event that is queued, dropped or stopped is not run: no version executes it.',
    ],
  },
};

export const METRIC_RESOURCE: Rule = {
  id: ALARM_NEVER_FIRES.id,
  parameter: 'Dimensions[1].Value',
  rule: 'be the name of the function with a qualifier, e.g. `orders:live`',
  consequence: NO_DATA,
  remedy: 'Write name, colon and qualifier: an alias alone or an ARN is no value of `Resource`.',
  source: LAMBDA,
  evidence: { grade: 'recorded', recordings: [recordings.METRICS_OF_ALIAS, recordings.DEAD_LETTER_ERRORS_OF_LATEST] },
};

export const METRIC_FUNCTION_NAME: Rule = {
  id: ALARM_NEVER_FIRES.id,
  parameter: 'Dimensions[0].Value',
  rule: 'be the name of the function without a qualifier',
  consequence: NO_DATA,
  remedy: 'Name the function with `FunctionName`, and its alias or version with `Resource` as well. `currentVersion.metric…()` of aws-cdk-lib puts both into `FunctionName`: use the metric of an alias.',
  source: LAMBDA,
  evidence: { grade: 'recorded', recordings: [recordings.METRICS_OF_ALIAS, recordings.DEAD_LETTER_ERRORS_OF_LATEST] },
};

export const METRIC_OF_STORE: Rule = {
  id: ALARM_NEVER_FIRES.id,
  parameter: 'Dimensions[0].Value',
  rule: 'be the name of the resource',
  consequence: NO_DATA,
  remedy: 'Use the name, e.g. `queue.queueName`: CloudWatch knows neither ARNs nor URLs of queues, topics and rules.',
  source: 'AWS SQS developer guide, "Available CloudWatch metrics for Amazon SQS"; AWS SNS developer guide, "Monitoring Amazon SNS topics using CloudWatch"; AWS EventBridge user guide, "Monitoring Amazon EventBridge"',
  evidence: { grade: 'documented', says: 'The dimensions `QueueName`, `TopicName` and `RuleName` filter by the name of the queue, topic or rule.' },
};

export const METRIC_OF_BUS: Rule = {
  id: ALARM_NEVER_FIRES.id,
  parameter: 'Dimensions',
  rule: 'be `EventBusName` and `RuleName` for a rule of a custom bus',
  consequence: NO_DATA,
  remedy: 'Add the dimension `EventBusName` with the name of the bus.',
  source: 'AWS EventBridge user guide, "Monitoring Amazon EventBridge"',
  evidence: { grade: 'documented', says: 'Metrics with `RuleName` alone refer to the default bus, those with `EventBusName` and `RuleName` to a custom bus.' },
};

export const METRIC_NAME: Rule = {
  id: ALARM_NEVER_FIRES.id,
  parameter: 'MetricName',
  rule: 'be a metric that the service publishes',
  consequence: NO_DATA,
  remedy: 'Spell the metric as the service does.',
  source: LAMBDA,
  evidence: EXACT,
};

export const METRIC_NAMESPACE: Rule = {
  id: ALARM_NEVER_FIRES.id,
  parameter: 'Namespace',
  rule: 'be the namespace that has the metric',
  consequence: NO_DATA,
  remedy: 'Spell the namespace as the service does, e.g. `AWS/Lambda`.',
  source: `${LAMBDA}; AWS CloudWatch API reference, PutMetricData: namespaces of your own cannot begin with \`AWS/\``,
  evidence: EXACT,
};

export const METRIC_UNIT: Rule = {
  id: ALARM_NEVER_FIRES.id,
  parameter: 'Unit',
  rule: 'be the unit in which the service publishes the metric',
  consequence: 'CloudWatch ignores data in other units, and does not convert them: the alarm stays in INSUFFICIENT_DATA or OK and never fires.',
  remedy: 'Leave the unit out, and give the threshold in the unit of the metric.',
  remedies: [IN_MILLISECONDS],
  source: API,
  evidence: {
    grade: 'documented',
    says: 'A unit must be appropriate for the metric: otherwise, the alarm can get stuck in the INSUFFICIENT_DATA state. Data points with other units are not considered.',
  },
};

export const METRIC_OF_OTHER_REGION: Rule = {
  id: ALARM_NEVER_FIRES.id,
  parameter: 'Dimensions',
  rule: 'be of the Region and account of the alarm',
  consequence: NO_DATA,
  remedy: 'Declare the alarm in the stack of what it is about.',
  source: GUIDE,
  evidence: {
    grade: 'documented',
    says: 'An alarm reads metrics of its own Region. It reads those of another account only if its metric names that account.',
  },
};

export const ALARM_THRESHOLD: Rule = {
  id: ALARM_NEVER_FIRES.id,
  parameter: 'Threshold',
  rule: 'be a value that the metric can cross',
  consequence: 'The metric is never negative: the alarm never fires.',
  remedy: 'Fire from 1 on: `threshold: 1` with `GREATER_THAN_OR_EQUAL_TO_THRESHOLD`.',
  source: LAMBDA,
  evidence: { grade: 'derived', from: ['The metric counts events or measures a time: it is never below 0.', 'An alarm fires if the value is below the threshold, or at it, as its comparison says.'] },
};

export const UNWATCHED_FAILURES: Rule = {
  id: 'UnwatchedFailures',
  rule: 'be the dimension of one of the alarms of the app',
  consequence: 'Failures go unnoticed until the queue deletes their records at the end of its retention period.',
  remedy: 'Alarm on `ApproximateNumberOfMessagesVisible` of the queue, e.g. `queue.metricApproximateNumberOfMessagesVisible()` at 1, or acknowledge this warning if something else watches it.',
  source: 'AWS SQS developer guide, "Available CloudWatch metrics for Amazon SQS" and "Creating alarms for dead-letter queues using Amazon CloudWatch"',
  evidence: {
    grade: 'derived',
    from: [
      'The alarms of the app tell its owners what needs them, and none of them is about this queue, about its senders or about events that are dropped.',
      'A queue deletes messages at the end of its retention period without any notice.',
      'Nothing in the app receives from the queue.',
    ],
  },
};
