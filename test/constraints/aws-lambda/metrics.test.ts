import * as metrics from '../../../lib/constraints/aws-lambda/metrics';

test('the metrics of asynchronous invocation are those of the developer guide', () => {
  expect(metrics.ASYNC_METRICS.map(({ namespace, metricName, unit, statistic }) => [namespace, metricName, unit, statistic])).toEqual([
    ['AWS/Lambda', 'AsyncEventsReceived', 'Count', 'Sum'],
    ['AWS/Lambda', 'AsyncEventAge', 'Milliseconds', 'Maximum'],
    ['AWS/Lambda', 'AsyncEventsDropped', 'Count', 'Sum'],
    ['AWS/Lambda', 'DestinationDeliveryFailures', 'Count', 'Sum'],
    ['AWS/Lambda', 'DeadLetterErrors', 'Count', 'Sum'],
    ['AWS/Lambda', 'RecursiveInvocationsDropped', 'Count', 'Sum'],
  ]);
});

test('are found by name', () => {
  expect(metrics.LAMBDA_METRICS.AsyncEventAge).toBe(metrics.ASYNC_EVENT_AGE);
  expect(Object.keys(metrics.LAMBDA_METRICS)).toHaveLength(11);
});

test('the resource of a qualifier is function and qualifier', () => {
  expect(metrics.metricResource('orders', 'live')).toBe('orders:live');
});
