import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AsyncAlias, AsyncFunction, AsyncInvokeMetrics } from '../../../lib';
import { agnosticStack, CODE, concreteStack, errorOf, fn, HERE } from '../fixture';

const ARN = `arn:aws:lambda:${HERE.region}:${HERE.account}:function:orders`;

/** A metric as an alarm of the stack renders it. */
function rendered(stack: Stack, metric: cloudwatch.Metric): unknown[] {
  const { namespace, metricName, statistic, dimensions } = metric;
  return [namespace, metricName, statistic, stack.resolve(dimensions), metric.period.toMinutes()];
}

function all(metrics: AsyncInvokeMetrics): cloudwatch.Metric[] {
  return [
    metrics.asyncEventsReceived(), metrics.asyncEventAge(), metrics.asyncEventsDropped(),
    metrics.destinationDeliveryFailures(), metrics.deadLetterErrors(), metrics.recursiveInvocationsDropped(),
  ];
}

test('the metrics of a function cover all its qualifiers', () => {
  const stack = concreteStack();
  const dimensions = { FunctionName: { Ref: 'Fn9270CBC0' } };

  expect(all(AsyncInvokeMetrics.fromFunction(fn(stack))).map(metric => rendered(stack, metric))).toEqual([
    ['AWS/Lambda', 'AsyncEventsReceived', 'Sum', dimensions, 5],
    ['AWS/Lambda', 'AsyncEventAge', 'Maximum', dimensions, 5],
    ['AWS/Lambda', 'AsyncEventsDropped', 'Sum', dimensions, 5],
    ['AWS/Lambda', 'DestinationDeliveryFailures', 'Sum', dimensions, 5],
    ['AWS/Lambda', 'DeadLetterErrors', 'Sum', dimensions, 5],
    ['AWS/Lambda', 'RecursiveInvocationsDropped', 'Sum', dimensions, 5],
  ]);
});

describe('the dimensions', () => {
  const stack = concreteStack();
  const orders = fn(stack, 'Orders');
  const name = { Ref: 'OrdersA9B65338' };
  const of = (target: lambda.IFunction) => stack.resolve(AsyncInvokeMetrics.fromFunction(target).asyncEventAge().dimensions);

  test('of an alias have function and alias', () => {
    expect(of(orders.addAlias('live'))).toEqual({ FunctionName: name, Resource: { 'Fn::Join': ['', [name, ':live']] } });
  });

  test('of a version have function and number', () => {
    const { currentVersion } = orders;
    const number = stack.resolve(currentVersion.version);

    expect(of(currentVersion)).toEqual({ FunctionName: name, Resource: { 'Fn::Join': ['', [name, ':', number]] } });
  });

  test('of $LATEST are those of the function', () => {
    expect(of(orders.latestVersion)).toEqual({ FunctionName: name });
  });

  test.each([
    [ARN, { FunctionName: 'orders' }],
    [`${ARN}:live`, { FunctionName: 'orders', Resource: 'orders:live' }],
    [`${ARN}:7`, { FunctionName: 'orders', Resource: 'orders:7' }],
    [`${ARN}:$LATEST`, { FunctionName: 'orders' }],
  ])('of the import %s', (arn, dimensions) => {
    expect(of(lambda.Function.fromFunctionArn(concreteStack(), 'Imported', arn))).toEqual(dimensions);
  });

  test('of a function of another stack refer to it', () => {
    const other = new Stack(stack.node.root as App, 'Other', { env: HERE });
    AsyncInvokeMetrics.fromFunction(orders).asyncEventsDropped().createAlarm(other, 'Alarm', { threshold: 1, evaluationPeriods: 1 });

    expect(Object.values(Template.fromStack(other).findResources('AWS::CloudWatch::Alarm'))[0].Properties.Dimensions).toEqual([
      { Name: 'FunctionName', Value: { 'Fn::ImportValue': expect.stringContaining('Orders') } },
    ]);
  });
});

test('options replace the defaults', () => {
  const metric = AsyncInvokeMetrics.fromFunction(fn(concreteStack())).asyncEventAge({ statistic: 'p99', period: Duration.minutes(1), label: 'age' });

  expect([metric.statistic, metric.period.toMinutes(), metric.label]).toEqual(['p99', 1, 'age']);
});

test('the metrics add nothing to the template', () => {
  const stack = agnosticStack();
  const orders = fn(stack);
  const before = JSON.stringify(stack.resolve(stack.node.findAll().map(({ node }) => node.path)));
  all(AsyncInvokeMetrics.fromFunction(orders));

  expect(JSON.stringify(stack.resolve(stack.node.findAll().map(({ node }) => node.path)))).toBe(before);
});

test('a name that Lambda would refuse is refused', () => {
  const orders = lambda.Function.fromFunctionArn(concreteStack(), 'Imported', `${ARN}:a.b`);

  expect(errorOf(() => AsyncInvokeMetrics.fromFunction(orders))).toContain('[Stack/Imported]');
});

describe('a construct of this library has the metrics', () => {
  const stack = agnosticStack();
  const orders = new AsyncFunction(stack, 'Orders', CODE);
  const alias = new AsyncAlias(stack, 'Alias', { function: fn(stack) });

  test.each([
    ['AsyncFunction', orders, { FunctionName: { Ref: 'OrdersA9B65338' } }],
    ['AsyncAlias', alias, { FunctionName: { Ref: 'Fn9270CBC0' }, Resource: { 'Fn::Join': ['', [{ Ref: 'Fn9270CBC0' }, ':live']] } }],
  ])('%s', (_, construct, dimensions) => {
    const metrics = [
      construct.metricAsyncEventsReceived(), construct.metricAsyncEventAge(), construct.metricAsyncEventsDropped(),
      construct.metricDestinationDeliveryFailures(), construct.metricDeadLetterErrors(), construct.metricRecursiveInvocationsDropped(),
    ];

    const facade = all(AsyncInvokeMetrics.fromFunction(construct));

    expect(metrics.map(metric => rendered(stack, metric))).toEqual(facade.map(metric => rendered(stack, metric)));
    expect(stack.resolve(metrics[0].dimensions)).toEqual(dimensions);
    expect(construct.metricAsyncEventAge({ statistic: 'p50' }).statistic).toBe('p50');
  });
});
