import { aws_cloudwatch as cloudwatch, aws_events as events, aws_lambda as lambda, aws_scheduler as scheduler, aws_sns as sns, aws_sqs as sqs, Duration, Fn, Stack } from 'aws-cdk-lib';
import type { MetricAlarmNode, Topology, WatchedMetric } from '../../../lib/topology';
import { literal } from '../../../lib/topology/values/value';
import { at, ENV, functionIn, stackOf, synthesized } from '../synthesized';

function alarm(stack: Stack, on: cloudwatch.IMetric): void {
  new cloudwatch.Alarm(stack, 'Alarm', { metric: on, threshold: 1, evaluationPeriods: 1 });
}

function metric(namespace: string, dimensionsMap: Record<string, string>): cloudwatch.Metric {
  return new cloudwatch.Metric({ namespace, metricName: 'M', dimensionsMap });
}

function watched({ alarms }: Topology): WatchedMetric {
  const node = [...alarms.values()].find(({ kind }) => kind === 'metric') as MetricAlarmNode;
  return node.metrics[0];
}

describe('the function', () => {
  const NAME = { FunctionName: 'orders' };

  test.each<[string, (fn: lambda.Function) => Record<string, string>, string]>([
    ['alone', fn => ({ FunctionName: fn.functionName }), '$LATEST'],
    ['with an alias', fn => ({ FunctionName: fn.functionName, Resource: `${fn.functionName}:live` }), 'live'],
    ['with itself as resource', fn => ({ FunctionName: fn.functionName, Resource: fn.functionName }), '$LATEST'],
    ['with an alias in another spelling', fn => ({ FunctionName: fn.functionName, Resource: Fn.join(':', [fn.functionName, 'live']) }), 'live'],
  ])('%s', (_, dimensions, qualifier) => {
    const topology = stackOf(stack => alarm(stack, metric('AWS/Lambda', dimensions(functionIn(stack, 'Fn')))));
    expect(watched(topology)).toMatchObject({ function: { functionKey: at(topology.functions.values(), 'S/Fn/Resource').key, qualifier: literal(qualifier) } });
  });

  test('by the metric of an alias', () => {
    const topology = stackOf(stack => alarm(stack, functionIn(stack, 'Fn').addAlias('live').metricErrors()));
    expect(watched(topology)).toMatchObject({ function: { key: `${at(topology.functions.values(), 'S/Fn/Resource').key}:live` } });
  });

  test('by its name, which the template sets', () => {
    const topology = stackOf(stack => {
      functionIn(stack, 'Fn', { functionName: 'orders' });
      alarm(stack, metric('AWS/Lambda', NAME));
    });
    expect(watched(topology)).toMatchObject({ function: { functionKey: at(topology.functions.values(), 'S/Fn/Resource').key } });
  });

  test.each<[string, Record<string, string>]>([
    ['a bare alias', { ...NAME, Resource: 'live' }],
    ['another function', { ...NAME, Resource: 'bills:live' }],
    ['an ARN', { ...NAME, Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:orders:live' }],
  ])('is unknown with %s as resource', (_, dimensions) => {
    expect(watched(stackOf(stack => alarm(stack, metric('AWS/Lambda', dimensions))))).toMatchObject({
      function: { kind: 'unknown', reason: 'its `Resource` is not the name of the function and a qualifier' },
    });
  });

  test('is absent in other namespaces, and without its dimension', () => {
    expect(watched(stackOf(stack => alarm(stack, metric('Shop', NAME)))).function).toBeUndefined();
    expect(watched(stackOf(stack => alarm(stack, metric('AWS/Lambda', {})))).function).toBeUndefined();
  });
});

describe('the resource', () => {
  test.each<[string, (stack: Stack) => cloudwatch.IMetric, string]>([
    ['a queue', stack => new sqs.Queue(stack, 'Queue').metricApproximateNumberOfMessagesVisible(), 'S/Queue/Resource'],
    ['a topic', stack => new sns.Topic(stack, 'Topic').metricNumberOfNotificationsFailed(), 'S/Topic/Resource'],
    ['a rule', stack => metric('AWS/Events', { RuleName: new events.Rule(stack, 'Rule', { schedule: events.Schedule.rate(Duration.hours(1)) }).ruleName }), 'S/Rule/Resource'],
    ['a schedule group', stack => new scheduler.ScheduleGroup(stack, 'Group').metricTargetErrors(), 'S/Group/Resource'],
  ])('is %s', (_, build, path) => {
    const topology = stackOf(stack => alarm(stack, build(stack)));
    expect(watched(topology).resource).toBe(at(topology.resources.values(), path).key);
  });

  test('is a queue of another stack', () => {
    const topology = synthesized(app => {
      const queue = new sqs.Queue(new Stack(app, 'Stores', { env: ENV }), 'Queue');
      alarm(new Stack(app, 'S', { env: ENV }), queue.metricApproximateNumberOfMessagesVisible());
    });
    expect(watched(topology).resource).toBe(at(topology.queues.values(), 'Stores/Queue/Resource').key);
  });

  test.each([
    ['is found by a name that the template sets', 'eu-west-1', 'S/Queue/Resource'],
    ['is not a queue of that name in another Region', 'us-east-1', undefined],
  ])('%s', (_, region, path) => {
    const topology = synthesized(app => {
      new sqs.Queue(new Stack(app, 'S', { env: { ...ENV, region } }), 'Queue', { queueName: 'failed' });
      alarm(new Stack(app, 'Alarms', { env: ENV }), metric('AWS/SQS', { QueueName: 'failed' }));
    });
    expect(watched(topology).resource).toBe(path && at(topology.queues.values(), path).key);
  });

  test.each<[string, string, Record<string, string>]>([
    ['a queue outside of the app', 'AWS/SQS', { QueueName: 'failed' }],
    ['another dimension', 'AWS/SQS', { Queue: 'failed' }],
    ['a custom namespace', 'Shop', { QueueName: 'failed' }],
  ])('is absent for %s', (_, namespace, dimensions) => {
    expect(watched(stackOf(stack => alarm(stack, metric(namespace, dimensions)))).resource).toBeUndefined();
  });
});
