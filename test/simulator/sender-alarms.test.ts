import { app, arn, resource } from './sources/app';
import type { Simulator, SimulatorOptions } from '../../lib/simulator';

/** An alarm on a metric of a sender. */
function alarm(namespace: string, metric: string, dimensions: Record<string, unknown>): object {
  return resource('CloudWatch::Alarm', {
    AlarmName: metric,
    Namespace: namespace,
    MetricName: metric,
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
  });
}

/** The alarms that are in ALARM once everything has settled. */
async function fired(sim: Simulator): Promise<string[]> {
  await sim.clock.settle();
  return sim.alarms.filter(({ state }) => state === 'ALARM').map(({ name }) => name);
}

const GONE = 'arn:aws:lambda:us-east-1:123456789012:function:gone';

const NOTHING = { Statement: [] };

describe('the alarms of a rule', () => {
  const shop = (target: object, others: Record<string, object> = {}, options: SimulatorOptions = {}) => app(['Orders'], {
    Rule: resource('Events::Rule', { Name: 'orders', EventPattern: { source: ['shop'] }, Targets: [{ Id: 'T', ...target }] }),
    Failed: alarm('AWS/Events', 'FailedInvocations', { RuleName: 'orders' }),
    DeadLetterFailed: alarm('AWS/Events', 'InvocationsFailedToBeSentToDlq', { RuleName: { Ref: 'Rule' } }),
    ...others,
  }, options);
  const put = (sim: Simulator) => sim.bus().put({ source: 'shop', detailType: 'Order', detail: {} });

  test('are silent while the target takes its events', async () => {
    const sim = shop({ Arn: arn('Orders') });
    await put(sim);
    expect(await fired(sim)).toEqual([]);
  });

  test('tell that an event is lost', async () => {
    const sim = shop({ Arn: { 'Fn::GetAtt': ['Lost', 'Arn'] } }, { Lost: resource('SQS::Queue', {}), QueuePolicy: resource('SQS::QueuePolicy', { Queues: [{ Ref: 'Lost' }], PolicyDocument: NOTHING }) });
    await put(sim);
    expect(await fired(sim)).toEqual(['FailedInvocations']);
  });

  test('do not count what the dead-letter queue keeps', async () => {
    const sim = shop({ Arn: { 'Fn::Sub': '${Orders.Arn}:gone' }, DeadLetterConfig: { Arn: arn('Kept') } }, { Kept: resource('SQS::Queue', {}) });
    await put(sim);
    expect(await fired(sim)).toEqual([]);
    expect(sim.queue('Kept').messages).toHaveLength(1);
  });

  test('tell that the dead-letter queue does not take an event', async () => {
    const sim = shop({ Arn: { 'Fn::Sub': '${Orders.Arn}:gone' }, DeadLetterConfig: { Arn: arn('Kept') } }, {
      Kept: resource('SQS::Queue', {}),
      QueuePolicy: resource('SQS::QueuePolicy', { Queues: [{ Ref: 'Kept' }], PolicyDocument: NOTHING }),
    });
    await put(sim);
    expect(await fired(sim)).toEqual(['InvocationsFailedToBeSentToDlq', 'FailedInvocations']);
  });

  test('of a custom bus need the name of the bus', async () => {
    const sim = app(['Orders'], {
      Bus: resource('Events::EventBus', { Name: 'shop' }),
      Rule: resource('Events::Rule', { Name: 'orders', EventBusName: 'shop', EventPattern: { source: ['shop'] }, Targets: [{ Id: 'T', Arn: { 'Fn::Sub': '${Orders.Arn}:gone' } }] }),
      Right: alarm('AWS/Events', 'FailedInvocations', { RuleName: 'orders', EventBusName: 'shop' }),
      Wrong: alarm('AWS/Events', 'FailedInvocations', { RuleName: 'orders' }),
    });
    await sim.bus('shop').put({ source: 'shop', detailType: 'Order', detail: {} });
    await sim.clock.settle();
    expect(sim.alarm('Right').state).toBe('ALARM');
    expect(sim.alarm('Wrong').state).toBe('OK');
  });
});

test('the alarms of a topic tell that a notification is lost', async () => {
  const sim = app([], {
    Topic: resource('SNS::Topic', { TopicName: 'orders' }),
    Queue: resource('SQS::Queue', {}),
    QueuePolicy: resource('SQS::QueuePolicy', { Queues: [{ Ref: 'Queue' }], PolicyDocument: NOTHING }),
    Subscription: resource('SNS::Subscription', { TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint: arn('Queue') }),
    Failed: alarm('AWS/SNS', 'NumberOfNotificationsFailed', { TopicName: 'orders' }),
    DeadLetterFailed: alarm('AWS/SNS', 'NumberOfNotificationsFailedToRedriveToDlq', { TopicName: { 'Fn::GetAtt': ['Topic', 'TopicName'] } }),
  });
  await sim.topic('orders').publish('hello');

  expect(await fired(sim)).toEqual(['NumberOfNotificationsFailed']);
});

test('the alarms of a group of schedules tell that an invocation is dropped', async () => {
  const sim = app(['Orders'], {
    Nightly: resource('Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 day)', FlexibleTimeWindow: { Mode: 'OFF' }, GroupName: 'shop', Target: { Arn: { 'Fn::Sub': '${Orders.Arn}:gone' }, RoleArn: arn('Role') },
    }),
    Dropped: alarm('AWS/Scheduler', 'InvocationDroppedCount', { ScheduleGroup: 'shop' }),
    Other: resource('CloudWatch::Alarm', { ...(alarm('AWS/Scheduler', 'InvocationDroppedCount', { ScheduleGroup: 'default' }) as { Properties: object }).Properties, AlarmName: 'Other' }),
  });
  await sim.clock.advanceBy({ minutes: 2 });

  expect(await fired(sim)).toEqual(['InvocationDroppedCount']);
});

test('an alarm of a sender outside the app is not played', () => {
  const sim = app([], { Failed: alarm('AWS/Events', 'FailedInvocations', { RuleName: GONE }) });

  expect(() => sim.alarm('Failed').state).toThrow('The simulator does not know the metric `FailedInvocations` with the dimensions of `Shop.Failed`.');
});
