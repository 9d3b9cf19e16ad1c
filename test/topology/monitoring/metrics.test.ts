import { aws_cloudwatch as cloudwatch, CfnParameter, Duration, Fn, type Stack } from 'aws-cdk-lib';
import type { MetricAlarmNode } from '../../../lib/topology';
import { literal } from '../../../lib/topology/values/value';
import { functionIn, stackOf } from '../synthesized';

function alarmOf(build: (stack: Stack) => void): MetricAlarmNode {
  const [alarm] = stackOf(build).alarms.values();
  return alarm as MetricAlarmNode;
}

function alarmOn(metric: (stack: Stack) => cloudwatch.IMetric): MetricAlarmNode {
  return alarmOf(stack => void new cloudwatch.Alarm(stack, 'Alarm', { metric: metric(stack), threshold: 1, evaluationPeriods: 1 }));
}

const REST = { threshold: 1, evaluationPeriods: 1, comparisonOperator: 'GreaterThanThreshold' };

test('reads one metric', () => {
  const { metrics } = alarmOn(stack => functionIn(stack, 'Fn').metric('AsyncEventAge', { statistic: 'p90', period: Duration.minutes(1), unit: cloudwatch.Unit.MILLISECONDS }));
  expect(metrics).toMatchObject([{
    property: '',
    namespace: literal('AWS/Lambda'),
    metricName: literal('AsyncEventAge'),
    dimensions: [{ name: literal('FunctionName'), value: { kind: 'reference', attribute: 'Name' }, property: 'Dimensions[0].Value' }],
    statistic: literal('p90'),
    period: literal(60),
    unit: literal('Milliseconds'),
  }]);
});

test('reads the metrics of an expression', () => {
  const { metrics, expressions, unread } = alarmOn(stack => {
    const fn = functionIn(stack, 'Fn');
    return new cloudwatch.MathExpression({
      expression: 'dropped / received',
      usingMetrics: { dropped: fn.metric('AsyncEventsDropped', { statistic: 'Sum', unit: cloudwatch.Unit.COUNT }), received: fn.metric('AsyncEventsReceived', { statistic: 'Sum' }) },
      period: Duration.minutes(1),
    });
  });
  expect(unread).toBeUndefined();
  expect(expressions).toMatchObject([{ id: literal('expr_1'), property: 'Metrics[0].Expression', expression: literal('dropped / received') }]);
  expect(metrics).toMatchObject([
    {
      id: literal('dropped'),
      property: 'Metrics[1].MetricStat',
      namespace: literal('AWS/Lambda'),
      metricName: literal('AsyncEventsDropped'),
      dimensions: [{ name: literal('FunctionName'), property: 'Metrics[1].MetricStat.Metric.Dimensions[0].Value' }],
      statistic: literal('Sum'),
      period: literal(60),
      unit: literal('Count'),
      returnsData: literal(false),
    },
    { id: literal('received'), metricName: literal('AsyncEventsReceived'), unit: undefined },
  ]);
});

test('reads the account of a metric', () => {
  const { metrics } = alarmOn(() => new cloudwatch.Metric({ namespace: 'AWS/Lambda', metricName: 'Errors', account: '210987654321', statistic: 'Sum' }));
  expect(metrics).toMatchObject([{ account: literal('210987654321'), returnsData: literal(true) }]);
});

test('reads a query', () => {
  const query = 'SELECT MAX(ApproximateNumberOfMessagesVisible) FROM SCHEMA("AWS/SQS", QueueName)';
  const { metrics, expressions } = alarmOf(stack => void new cloudwatch.CfnAlarm(stack, 'Alarm', { ...REST, metrics: [{ id: 'q', expression: query, period: 60, returnData: true }] }));
  expect(metrics).toEqual([]);
  expect(expressions).toMatchObject([{ id: literal('q'), expression: literal(query), period: literal(60), returnsData: literal(true) }]);
});

test('keeps the reason for what only the deployment knows', () => {
  const { metrics, unread } = alarmOf(stack => {
    const name = new CfnParameter(stack, 'Name').valueAsString;
    new cloudwatch.CfnAlarm(stack, 'Alarm', { ...REST, namespace: 'AWS/Lambda', metricName: name, dimensions: Fn.getAtt('Maker', 'Dimensions') });
    new cloudwatch.CfnAlarm(stack, 'Maker', { ...REST, namespace: 'Shop', metricName: 'Orders' });
  });
  expect(unread).toBeUndefined();
  expect(metrics).toMatchObject([{ metricName: { kind: 'unknown', reason: 'parameter `Name` has no default' }, dimensions: { kind: 'unknown', reason: '`Fn::GetAtt` is known at deploy time only' } }]);
});

test('tells that metrics are unknown', () => {
  const { metrics, expressions, unread } = alarmOf(stack => {
    new cloudwatch.CfnAlarm(stack, 'Alarm', { ...REST, metrics: Fn.getAtt('Maker', 'Metrics') });
    new cloudwatch.CfnAlarm(stack, 'Maker', { ...REST, namespace: 'Shop', metricName: 'Orders' });
  });
  expect([metrics, expressions]).toEqual([[], []]);
  expect(unread).toEqual({ kind: 'unknown', reason: '`Fn::GetAtt` is known at deploy time only' });
});
