import { FixContext } from '../../../lib/fixes/fix-context';
import { publishedMetric } from '../../../lib/fixes/kinds/alarm-metric';
import { arnOf, FN } from '../../checks/small-templates';
import { resource, resources } from '../../topology/templates';

const ALIAS = resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' });
const LAMBDA = { Namespace: 'AWS/Lambda', MetricName: 'AsyncEventsDropped', Statistic: 'Sum' };
const QUEUE = { Namespace: 'AWS/SQS', MetricName: 'ApproximateNumberOfMessagesVisible' };
const NAME = { Name: 'FunctionName', Value: { Ref: 'Fn' } };

function fixOf(properties: object, property: string) {
  const declared: Record<string, unknown> = {
    Fn: FN,
    Alias: ALIAS,
    Q: resource('SQS::Queue'),
    T: resource('SNS::Topic'),
    R: resource('Events::Rule', { ScheduleExpression: 'rate(1 hour)' }),
    Alarm: resource('CloudWatch::Alarm', { EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: 'GreaterThanThreshold', ...properties }),
  };
  const context = new FixContext(resources(declared), key => declared[key.slice('S.'.length)]);
  return publishedMetric({ id: 'AlarmNeverFires', key: 'S.Alarm', stack: 'S', property, value: '' }, context);
}

test.each<[string, object, string, object]>([
  ['the executed version', { ...LAMBDA, Dimensions: [NAME, { Name: 'ExecutedVersion', Value: '1' }] }, 'Dimensions', { value: [NAME] }],
  ['a misspelled dimension', { ...LAMBDA, Dimensions: [{ Name: 'functionName', Value: { Ref: 'Fn' } }] }, 'Dimensions', { value: [NAME] }],
  ['a bare alias', { ...LAMBDA, Dimensions: [NAME, { Name: 'Resource', Value: 'live' }] }, 'Dimensions[1].Value', { value: { 'Fn::Join': [':', [{ Ref: 'Fn' }, 'live']] } }],
  ['the ARN of an alias', { ...LAMBDA, Dimensions: [NAME, { Name: 'Resource', Value: { Ref: 'Alias' } }] }, 'Dimensions[1].Value', { value: { 'Fn::Join': [':', [{ Ref: 'Fn' }, 'live']] } }],
  ['a qualified name', { ...LAMBDA, Dimensions: [{ Name: 'FunctionName', Value: { 'Fn::Sub': '${Fn}:live' } }] }, 'Dimensions[0].Value',
    { path: ['Properties', 'Dimensions'], value: [NAME, { Name: 'Resource', Value: { 'Fn::Sub': '${Fn}:live' } }] }],
  ['the ARN of a queue', { ...QUEUE, Dimensions: [{ Name: 'QueueName', Value: arnOf('Q') }] }, 'Dimensions[0].Value', { value: { 'Fn::GetAtt': ['Q', 'QueueName'] } }],
  ['the ARN of a topic', { Namespace: 'AWS/SNS', MetricName: 'NumberOfNotificationsFailed', Dimensions: [{ Name: 'TopicName', Value: { Ref: 'T' } }] }, 'Dimensions[0].Value',
    { value: { 'Fn::GetAtt': ['T', 'TopicName'] } }],
  ['the ARN of a rule', { Namespace: 'AWS/Events', MetricName: 'FailedInvocations', Dimensions: [{ Name: 'RuleName', Value: arnOf('R') }] }, 'Dimensions[0].Value', { value: { Ref: 'R' } }],
  ['a misspelled namespace', { ...LAMBDA, Namespace: 'AWS/lambda' }, 'Namespace', { value: 'AWS/Lambda' }],
  ['the namespace of another service', { ...LAMBDA, Namespace: 'AWS/SQS' }, 'Namespace', { value: 'AWS/Lambda' }],
  ['a misspelled metric', { ...LAMBDA, MetricName: 'AsyncEventDropped' }, 'MetricName', { value: 'AsyncEventsDropped' }],
  ['a unit', { ...LAMBDA, Dimensions: [NAME], Unit: 'Seconds' }, 'Unit', { kind: 'remove', path: ['Properties', 'Unit'] }],
  ['a unit in an expression', {
    Metrics: [{ Id: 'a', MetricStat: { Metric: { Namespace: 'AWS/Lambda', MetricName: 'AsyncEventAge', Dimensions: [NAME] }, Stat: 'Maximum', Period: 60, Unit: 'Seconds' } }],
  }, 'Metrics[0].MetricStat.Unit', { kind: 'remove', path: ['Properties', 'Metrics', 0, 'MetricStat', 'Unit'] }],
])('mends %s', (_, properties, property, change) => {
  expect(fixOf(properties, property)?.changes).toMatchObject([change]);
});

test('mends a threshold below every value', () => {
  expect(fixOf({ ...LAMBDA, Dimensions: [NAME], Threshold: 0, ComparisonOperator: 'LessThanThreshold' }, 'Threshold')).toMatchObject({
    summary: 'Fire from 1 on.',
    changes: [{ value: 1 }, { path: ['Properties', 'ComparisonOperator'], value: 'GreaterThanOrEqualToThreshold' }],
  });
});

test.each<[string, object, string]>([
  ['dimensions without a function', { ...LAMBDA, Dimensions: [{ Name: 'Alias', Value: 'live' }] }, 'Dimensions'],
  ['dimensions that only the deployment knows', { ...LAMBDA, Dimensions: { 'Fn::GetAtt': ['Fn', 'X'] } }, 'Dimensions'],
  ['another function as resource', { ...LAMBDA, Dimensions: [NAME, { Name: 'Resource', Value: 'arn:aws:lambda:eu-west-1:123456789012:function:x:live' }] }, 'Dimensions[1].Value'],
  ['the name of a function outside of the app', { ...LAMBDA, Dimensions: [{ Name: 'FunctionName', Value: 'other:live' }] }, 'Dimensions[0].Value'],
])('leaves %s', (_, properties, property) => {
  expect(fixOf(properties, property)).toBeUndefined();
});
