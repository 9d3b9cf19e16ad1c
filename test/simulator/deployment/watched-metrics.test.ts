import { Duration, aws_cloudwatch as cloudwatch, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import type { MetricIdentity } from '../../../lib/simulator/alarms/metric-book';
import { deployed } from '../../../lib/simulator/deployment/deployed-app';
import { Unplayed } from '../../../lib/simulator/deployment/unplayed';
import { WatchedMetrics } from '../../../lib/simulator/deployment/watched-metrics';
import type { MetricAlarmNode } from '../../../lib/topology';
import { functionIn, stackOf } from '../../topology/synthesized';

const FUNCTION = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';

/** The metric of an alarm on a metric, in an app with the function `orders` and the queue `failures`. */
function watched(props: Partial<cloudwatch.MetricProps>): MetricIdentity | undefined {
  const topology = stackOf((stack: Stack) => {
    functionIn(stack, 'Orders', { functionName: 'orders' });
    new sqs.Queue(stack, 'Failures', { queueName: 'failures' });
    new cloudwatch.Metric({ namespace: 'AWS/Lambda', metricName: 'AsyncEventsDropped', statistic: 'Sum', period: Duration.minutes(1), ...props })
      .createAlarm(stack, 'Alarm', { threshold: 1, evaluationPeriods: 1 });
  });
  const [node] = topology.alarms.values();
  const { metrics: [metric] } = node as MetricAlarmNode;
  return new WatchedMetrics(deployed(topology, {}, 0)).of(metric, node as MetricAlarmNode).metric;
}

test.each<[string, Record<string, string>, MetricIdentity]>([
  ['AsyncEventsDropped', { FunctionName: 'orders' }, { of: FUNCTION, name: 'AsyncEventsDropped' }],
  ['AsyncEventAge', { FunctionName: 'orders', Resource: 'orders:live' }, { of: FUNCTION, qualifier: 'live', name: 'AsyncEventAge' }],
  ['DeadLetterErrors', { FunctionName: 'orders', Resource: 'orders:$LATEST' }, { of: FUNCTION, qualifier: '$LATEST', name: 'DeadLetterErrors' }],
])('finds %s of %j', (metricName, dimensionsMap, expected) => {
  expect(watched({ metricName, dimensionsMap })).toEqual(expected);
});

test.each<[string, Partial<cloudwatch.MetricProps>]>([
  ['the executed version of an event that is dropped', { dimensionsMap: { FunctionName: 'orders', Resource: 'orders:live', ExecutedVersion: '1' } }],
  ['an alias without the function', { dimensionsMap: { FunctionName: 'orders', Resource: 'live' } }],
  ['an alias of another function', { dimensionsMap: { FunctionName: 'orders', Resource: 'others:live' } }],
  ['a dimension that Lambda does not have', { dimensionsMap: { Function: 'orders' } }],
  ['a unit of another kind', { dimensionsMap: { FunctionName: 'orders' }, unit: cloudwatch.Unit.SECONDS }],
  ['a queue in seconds', { namespace: 'AWS/SQS', metricName: 'ApproximateNumberOfMessagesVisible', dimensionsMap: { QueueName: 'failures' }, unit: cloudwatch.Unit.SECONDS }],
])('%s has no data', (_, props) => {
  expect(watched(props)).toBeUndefined();
});

test.each<[string, Partial<cloudwatch.MetricProps>, RegExp]>([
  ['a function outside the app', { dimensionsMap: { FunctionName: 'elsewhere' } }, /^the metric `AsyncEventsDropped` with the dimensions of `S\.Alarm/],
  ['all functions', {}, /^the metric `AsyncEventsDropped` with the dimensions of `S\.Alarm/],
  ['the version that ran', { metricName: 'Errors', dimensionsMap: { FunctionName: 'orders', Resource: 'orders:live', ExecutedVersion: '1' } }, /^the metric `Errors` with the dimensions of `/],
  ['a queue outside the app', { namespace: 'AWS/SQS', metricName: 'ApproximateAgeOfOldestMessage', dimensionsMap: { QueueName: 'elsewhere' } }, /^the metric `ApproximateAgeOfOldestMessage` of a queue outside the app/],
  ['another metric of queues', { namespace: 'AWS/SQS', metricName: 'NumberOfMessagesSent', dimensionsMap: { QueueName: 'failures' } }, /^the metric `AWS\/SQS NumberOfMessagesSent` of `/],
  ['another account', { dimensionsMap: { FunctionName: 'orders' }, account: '999999999999' }, /^the metric `AWS\/Lambda AsyncEventsDropped` of `/],
  ['periods below a minute', { dimensionsMap: { FunctionName: 'orders' }, period: Duration.seconds(10) }, /^what a metric of an AWS service has in periods of 10 seconds/],
])('%s is not played', (_, props, subject) => {
  expect(() => watched(props)).toThrow(Unplayed);
  expect(() => watched(props)).toThrow(subject);
});
