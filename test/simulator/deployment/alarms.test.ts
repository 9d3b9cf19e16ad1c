import { CfnParameter, Duration, aws_cloudwatch as cloudwatch, aws_lambda as lambda, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import type { MetricAlarmSettings } from '../../../lib/simulator/alarms/metric-alarm';
import type { AlarmSettings } from '../../../lib/simulator/alarms/simulated-alarm';
import { deployedAlarms } from '../../../lib/simulator/deployment/alarms';
import { deployed } from '../../../lib/simulator/deployment/deployed-app';
import { functionIn, stackOf } from '../../topology/synthesized';

const FUNCTION = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';

function alarmsOf(declare: (stack: Stack, fn: lambda.Function) => void): AlarmSettings[] {
  return deployedAlarms(deployed(stackOf(stack => declare(stack, functionIn(stack, 'Orders', { functionName: 'orders' }))), {}, 0));
}

function onlyAlarm(declare: (stack: Stack, fn: lambda.Function) => void): MetricAlarmSettings {
  const [alarm] = alarmsOf(declare);
  return alarm as MetricAlarmSettings;
}

function metric(differing: Partial<cloudwatch.MetricProps> = {}): cloudwatch.Metric {
  return new cloudwatch.Metric({ namespace: 'AWS/Lambda', metricName: 'AsyncEventsDropped', dimensionsMap: { FunctionName: 'orders' }, statistic: 'Sum', period: Duration.minutes(1), ...differing });
}

function alarmOn(stack: Stack, watched: cloudwatch.IMetric, differing: Partial<cloudwatch.AlarmProps> = {}): cloudwatch.Alarm {
  return new cloudwatch.Alarm(stack, 'Alarm', { metric: watched, threshold: 1, evaluationPeriods: 1, ...differing });
}

test('an alarm has the settings of its template, and the defaults of CloudWatch', () => {
  const [settings] = alarmsOf((stack, fn) => {
    fn.metricErrors({ period: Duration.minutes(5) }).createAlarm(stack, 'Alarm', { threshold: 3, evaluationPeriods: 2 });
  });

  expect(settings).toEqual({
    key: expect.stringMatching(/\.Alarm[0-9A-F]{8}$/),
    logicalId: expect.stringMatching(/^Alarm[0-9A-F]{8}$/),
    path: 'S/Alarm/Resource',
    name: expect.stringMatching(/^S-Alarm[0-9A-F]{8}$/),
    arn: expect.stringMatching(/^arn:aws:cloudwatch:eu-west-1:123456789012:alarm:S-Alarm[0-9A-F]{8}$/),
    kind: 'metric',
    metrics: [{ id: 'metric0', metric: { of: FUNCTION, name: 'Errors' }, statistic: 'Sum', period: 300 }],
    expressions: new Map(),
    compared: 'metric0',
    period: 300,
    comparison: 'GreaterThanOrEqualToThreshold',
    threshold: 3,
    evaluationPeriods: 2,
    datapointsToAlarm: 2,
    missingData: 'missing',
    ignoresFewSamples: false,
  });
});

test('an alarm has all settings that a template can give', () => {
  expect(onlyAlarm(stack => {
    alarmOn(stack, metric({ statistic: 'p99' }), {
      alarmName: 'dropped',
      datapointsToAlarm: 2,
      evaluationPeriods: 3,
      treatMissingData: cloudwatch.TreatMissingData.BREACHING,
      comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluateLowSampleCountPercentile: 'ignore',
    });
  })).toMatchObject({
    name: 'dropped',
    arn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:dropped',
    metrics: [{ statistic: 'p99' }],
    evaluationPeriods: 3,
    datapointsToAlarm: 2,
    missingData: 'breaching',
    comparison: 'LessThanThreshold',
    ignoresFewSamples: true,
  });
});

test('an alarm of an expression compares the series that returns data', () => {
  expect(onlyAlarm((stack, fn) => {
    alarmOn(stack, new cloudwatch.MathExpression({
      expression: '100 * errors / runs',
      usingMetrics: { errors: fn.metricErrors(), runs: fn.metricInvocations() },
      period: Duration.minutes(1),
    }));
  })).toMatchObject({
    metrics: [{ id: 'errors', metric: { of: FUNCTION, name: 'Errors' } }, { id: 'runs', metric: { of: FUNCTION, name: 'Invocations' } }],
    expressions: new Map([['expr_1', '100 * errors / runs']]),
    compared: 'expr_1',
    period: 60,
  });
});

test('a composite alarm has its rule with the ARNs that the deployment gives', () => {
  const [first, , composite] = alarmsOf((stack, fn) => {
    const [one, other] = ['One', 'Other'].map(id => fn.metricErrors().createAlarm(stack, id, { threshold: 1, evaluationPeriods: 1, alarmName: id === 'One' ? 'one' : undefined }));
    new cloudwatch.CompositeAlarm(stack, 'Any', { compositeAlarmName: 'any', alarmRule: cloudwatch.AlarmRule.anyOf(one, cloudwatch.AlarmRule.not(other)) });
  });

  expect(first.arn).toBe('arn:aws:cloudwatch:eu-west-1:123456789012:alarm:one');
  expect(composite).toMatchObject({
    kind: 'composite',
    name: 'any',
    rule: expect.stringMatching(/^\(ALARM\("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:one"\) OR \(NOT \(ALARM\("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:S-Other[0-9A-F]{8}"\)\)\)\)$/),
  });
});

test.each<[string, (stack: Stack, fn: lambda.Function) => void, string | RegExp]>([
  ['a metric of another service', stack => alarmOn(stack, metric({ namespace: 'AWS/EC2', metricName: 'CPUUtilization' })), /^the metric `AWS\/EC2 CPUUtilization` of `S\.Alarm/],
  ['a metric of Lambda that is not simulated', stack => alarmOn(stack, metric({ metricName: 'ConcurrentExecutions' })), /^the metric `AWS\/Lambda ConcurrentExecutions` of `/],
  ['several periods', (stack, fn) => {
    new cloudwatch.CfnAlarm(stack, 'Alarm', {
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 1,
      evaluationPeriods: 1,
      metrics: [60, 300].map((period, index) => ({
        id: `m${index}`,
        returnData: index === 0,
        metricStat: { period, stat: 'Sum', metric: { namespace: 'AWS/Lambda', metricName: 'Errors', dimensions: [{ name: 'FunctionName', value: fn.functionName }] } },
      })),
    });
  }, 'what an alarm does with metrics of several periods, as `S.Alarm` has'],
  ['no metric', stack => {
    new cloudwatch.CfnAlarm(stack, 'Alarm', { comparisonOperator: 'GreaterThanThreshold', threshold: 1, evaluationPeriods: 1, metrics: [{ id: 'e', expression: 'TIME_SERIES(5)' }] });
  }, 'what an alarm does with no metric, as `S.Alarm` has'],
  ['two series to compare', (stack, fn) => {
    new cloudwatch.CfnAlarm(stack, 'Alarm', {
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 1,
      evaluationPeriods: 1,
      metrics: ['Errors', 'Throttles'].map((metricName, index) => ({
        id: `m${index}`,
        metricStat: { period: 60, stat: 'Sum', metric: { namespace: 'AWS/Lambda', metricName, dimensions: [{ name: 'FunctionName', value: fn.functionName }] } },
      })),
    });
  }, 'which of 2 series `S.Alarm` compares'],
  ['anomaly detection', stack => {
    new cloudwatch.CfnAlarm(stack, 'Alarm', { comparisonOperator: 'GreaterThanUpperThreshold', thresholdMetricId: 'band', evaluationPeriods: 1, metrics: [{ id: 'band', expression: 'ANOMALY_DETECTION_BAND(m)' }] });
  }, 'the anomaly detection of `S.Alarm`'],
  ['a threshold that only the deployment knows', stack => {
    const threshold = new CfnParameter(stack, 'Threshold', { type: 'Number' });
    alarmOn(stack, metric(), { threshold: threshold.valueAsNumber });
  }, /^the value of `Threshold` of `S\.Alarm/],
  ['an unknown comparison', stack => {
    new cloudwatch.CfnAlarm(stack, 'Alarm', {
      comparisonOperator: 'Outside', threshold: 1, evaluationPeriods: 1, namespace: 'AWS/Lambda', metricName: 'Errors', statistic: 'Sum', period: 60, dimensions: [{ name: 'FunctionName', value: 'orders' }],
    });
  }, 'what `ComparisonOperator` "Outside" of `S.Alarm` does'],
])('an alarm with %s is not played', (_, declare, subject) => {
  const [settings] = alarmsOf(declare);

  expect(settings).toMatchObject({ kind: 'unplayed', subject: typeof subject === 'string' ? subject : expect.stringMatching(subject) });
});

test('an alarm of a queue looks at that queue', () => {
  expect(onlyAlarm(stack => {
    const queue = new sqs.Queue(stack, 'Failures', { queueName: 'failures' });
    queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }).createAlarm(stack, 'Alarm', { threshold: 1, evaluationPeriods: 1 });
  })).toMatchObject({ metrics: [{ metric: { of: 'arn:aws:sqs:eu-west-1:123456789012:failures', name: 'ApproximateNumberOfMessagesVisible' }, statistic: 'Maximum' }] });
});
