import { CfnParameter, CfnResource, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as eventTargets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as scheduleTargets from 'aws-cdk-lib/aws-scheduler-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { alarmNames, alarmsIn } from './fixture';
import { AsyncFunction, AsyncInvokeAlarms, AsyncInvokeSender } from '../../../lib';
import { senderTargets } from '../../../lib/aws/operations/sender';
import { agnosticStack, CODE, concreteStack, fn, HERE } from '../fixture';

const PATTERN = { source: ['shop'] };

/** The alarms about senders, by the end of their names: metric and dimensions. */
function senderAlarms(stack: Stack): Record<string, unknown> {
  return Object.fromEntries(Object.entries(alarmsIn(stack)).filter(([name]) => name.startsWith('Sender')).map(([name, { Namespace, MetricName, Dimensions }]) =>
    [name, [`${Namespace} ${MetricName}`, ...Dimensions.map(({ Name, Value }: { Name: string; Value: unknown }) => ({ [Name]: Value }))]]));
}

/** A stack with a function and its alarms, and what sends to the function. */
function declare(send: (stack: Stack, orders: lambda.Function, queue: sqs.Queue) => unknown, props: object = {}): Stack {
  const stack = agnosticStack();
  const orders = fn(stack, 'Orders');
  new AsyncInvokeAlarms(stack, 'Alarms', { function: orders, ...props });
  send(stack, orders, new sqs.Queue(stack, 'Dead'));
  return stack;
}

describe('a rule', () => {
  test('of the default bus loses what Lambda does not accept', () => {
    expect(senderAlarms(declare((stack, orders) => new events.Rule(stack, 'Rule', { eventPattern: PATTERN, targets: [new eventTargets.LambdaFunction(orders)] })))).toEqual({
      'SenderFailed Stack.Rule': ['AWS/Events FailedInvocations', { RuleName: { Ref: 'Rule4C995B7F' } }],
    });
  });

  test('with a dead-letter queue loses what the queue does not get, and the queue is watched', () => {
    const stack = declare((scope, orders, deadLetterQueue) =>
      new events.Rule(scope, 'Rule', { eventPattern: PATTERN, targets: [new eventTargets.LambdaFunction(orders, { deadLetterQueue })] }));
    const queue = { QueueName: { 'Fn::GetAtt': ['DeadB2807C34', 'QueueName'] } };

    expect(senderAlarms(stack)).toEqual({
      'SenderFailed Stack.Rule': ['AWS/Events InvocationsFailedToBeSentToDlq', { RuleName: { Ref: 'Rule4C995B7F' } }],
      'SenderQueue Stack.Rule NotEmpty': ['AWS/SQS ApproximateNumberOfMessagesVisible', queue],
      'SenderQueue Stack.Rule Expiring': ['AWS/SQS ApproximateAgeOfOldestMessage', queue],
    });
  });

  test('with a dead-letter queue for each target has alarms on each queue', () => {
    const stack = declare((scope, orders, first) => new events.Rule(scope, 'Rule', {
      eventPattern: PATTERN,
      targets: [first, new sqs.Queue(scope, 'Second'), first].map((deadLetterQueue, index) =>
        new eventTargets.LambdaFunction(orders, { deadLetterQueue, event: events.RuleTargetInput.fromObject({ index }) })),
    }));

    expect(Object.keys(senderAlarms(stack))).toEqual([
      'SenderFailed Stack.Rule', 'SenderQueue Stack.Rule NotEmpty', 'SenderQueue Stack.Rule Expiring', 'SenderQueue Stack.Rule 2 NotEmpty', 'SenderQueue Stack.Rule 2 Expiring',
    ]);
    expect(senderAlarms(stack)['SenderQueue Stack.Rule 2 NotEmpty']).toEqual([
      'AWS/SQS ApproximateNumberOfMessagesVisible', { QueueName: { 'Fn::GetAtt': ['Second394350F9', 'QueueName'] } },
    ]);
  });

  test('of another bus has the metrics of bus and rule', () => {
    const stack = declare((scope, orders) => new events.Rule(scope, 'Rule', {
      eventBus: new events.EventBus(scope, 'Bus'), eventPattern: PATTERN, targets: [new eventTargets.LambdaFunction(orders)],
    }));

    expect(senderAlarms(stack)['SenderFailed Stack.Rule']).toEqual([
      'AWS/Events FailedInvocations', { EventBusName: { Ref: 'BusEA82B648' } }, { RuleName: { 'Fn::Select': [1, { 'Fn::Split': ['|', { Ref: 'Rule4C995B7F' }] }] } },
    ]);
  });

  test.each([
    ['orders', [{ EventBusName: 'orders' }, { RuleName: 'placed' }]],
    ['arn:aws:events:eu-west-1:111111111111:event-bus/orders', [{ EventBusName: 'orders' }, { RuleName: 'placed' }]],
    ['default', [{ RuleName: 'placed' }]],
    [undefined, [{ RuleName: 'placed' }]],
  ])('of the bus %s', (eventBusName, dimensions) => {
    const stack = declare((scope, orders) => new events.CfnRule(scope, 'Rule', { eventBusName, name: 'placed', targets: [{ id: 'Target', arn: orders.functionArn }] }));

    expect(senderAlarms(stack)['SenderFailed Stack.Rule']).toEqual(['AWS/Events FailedInvocations', ...dimensions]);
  });

  test.each<[string, Partial<events.CfnRuleProps>]>([
    ['is disabled', { state: 'DISABLED' }],
    ['sends elsewhere', { targets: [{ id: 'Target', arn: `arn:aws:lambda:${HERE.region}:${HERE.account}:function:other` }] }],
    ['has no targets', { targets: undefined }],
  ])('is not watched that %s', (_, props) => {
    expect(senderAlarms(declare((scope, orders) =>
      new events.CfnRule(scope, 'Rule', { targets: [{ id: 'Target', arn: orders.functionArn }], ...props })))).toEqual({});
  });

  test('is not watched whose bus only the deployment knows: it may be the default one', () => {
    expect(senderAlarms(declare((scope, orders) => new events.CfnRule(scope, 'Rule', {
      eventBusName: new CfnParameter(scope, 'Bus').valueAsString.concat(''), targets: [{ id: 'Target', arn: orders.functionArn }],
    })))).toEqual({});
  });
});

describe('a schedule', () => {
  const schedule = (scope: Stack, id: string, target: scheduler.IScheduleTarget, scheduleGroup?: scheduler.IScheduleGroup) =>
    new scheduler.Schedule(scope, id, { schedule: scheduler.ScheduleExpression.cron({ minute: '0' }), target, scheduleGroup });

  test('has the metrics of its group, which are watched once', () => {
    const stack = declare((scope, orders) => ['First', 'Second'].map(id => schedule(scope, id, new scheduleTargets.LambdaInvoke(orders))));

    expect(senderAlarms(stack)).toEqual({ 'SenderFailed Stack.First': ['AWS/Scheduler InvocationDroppedCount', { ScheduleGroup: 'default' }] });
  });

  test('of a group with a dead-letter queue', () => {
    const stack = declare((scope, orders, deadLetterQueue) =>
      schedule(scope, 'Nightly', new scheduleTargets.LambdaInvoke(orders, { deadLetterQueue }), new scheduler.ScheduleGroup(scope, 'Group', { scheduleGroupName: 'nights' })));

    expect(senderAlarms(stack)).toMatchObject({
      'SenderFailed Stack.Nightly': ['AWS/Scheduler InvocationsFailedToBeSentToDeadLetterCount', { ScheduleGroup: expect.anything() }],
      'SenderQueue Stack.Nightly NotEmpty': expect.anything(),
    });
  });

  test('is not watched while it is disabled', () => {
    expect(senderAlarms(declare((scope, orders) => new scheduler.CfnSchedule(scope, 'Off', {
      state: 'DISABLED', flexibleTimeWindow: { mode: 'OFF' }, scheduleExpression: 'rate(1 day)', target: { arn: orders.functionArn, roleArn: 'role' },
    })))).toEqual({});
  });
});

describe('a subscription', () => {
  test('has the metrics of its topic', () => {
    const stack = declare((scope, orders) => new sns.Topic(scope, 'Topic').addSubscription(new subscriptions.LambdaSubscription(orders)));

    expect(senderAlarms(stack)).toEqual({
      'SenderFailed Stack.Orders.Topic': ['AWS/SNS NumberOfNotificationsFailed', { TopicName: { 'Fn::GetAtt': ['TopicBFC7AF6E', 'TopicName'] } }],
    });
  });

  test('with a dead-letter queue', () => {
    const stack = declare((scope, orders, deadLetterQueue) => new sns.Topic(scope, 'Topic').addSubscription(new subscriptions.LambdaSubscription(orders, { deadLetterQueue })));

    expect(Object.keys(senderAlarms(stack))).toEqual(['SenderFailed Stack.Orders.Topic', 'SenderQueue Stack.Orders.Topic NotEmpty', 'SenderQueue Stack.Orders.Topic Expiring']);
    expect(senderAlarms(stack)['SenderFailed Stack.Orders.Topic']).toMatchObject(['AWS/SNS NumberOfNotificationsFailedToRedriveToDlq', expect.anything()]);
  });

  test('of an imported topic', () => {
    const stack = concreteStack();
    const orders = fn(stack, 'Orders');
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
    sns.Topic.fromTopicArn(stack, 'Topic', `arn:aws:sns:${HERE.region}:${HERE.account}:orders`).addSubscription(new subscriptions.LambdaSubscription(orders));

    expect(Object.values(senderAlarms(stack))).toEqual([['AWS/SNS NumberOfNotificationsFailed', { TopicName: 'orders' }]]);
  });

  test('of another protocol sends to no function', () => {
    const stack = agnosticStack();
    const subscription = new sns.CfnSubscription(stack, 'Mail', { protocol: 'email', endpoint: 'a@b.c', topicArn: `arn:aws:sns:${HERE.region}:${HERE.account}:orders` });

    expect(senderTargets(subscription)).toEqual([]);
    expect(senderTargets(new CfnResource(stack, 'Other', { type: 'AWS::SNS::Subscription' }))).toEqual([]);
  });
});

describe('the senders', () => {
  test('of an alias are those that name it', () => {
    const stack = agnosticStack();
    const orders = new AsyncFunction(stack, 'Orders', CODE);
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders.alias });
    [orders.alias, orders].forEach((target, index) => new events.Rule(stack, `Rule${index}`, { eventPattern: PATTERN, targets: [new eventTargets.LambdaFunction(target)] }));

    expect(Object.keys(senderAlarms(stack))).toEqual(['SenderFailed Stack.Rule0']);
  });

  test('of a function are those of its aliases, too', () => {
    const stack = agnosticStack();
    const orders = new AsyncFunction(stack, 'Orders', CODE);
    [orders.alias, orders].forEach((target, index) => new events.Rule(stack, `Rule${index}`, { eventPattern: PATTERN, targets: [new eventTargets.LambdaFunction(target)] }));
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });

    expect(Object.keys(senderAlarms(stack))).toEqual(['SenderFailed Stack.Rule0', 'SenderFailed Stack.Rule1']);
  });

  test('with the failure queue as dead-letter queue have no other queue to watch', () => {
    const stack = agnosticStack();
    const orders = new AsyncFunction(stack, 'Orders', CODE);
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
    new events.Rule(stack, 'Rule', { eventPattern: PATTERN, targets: [new eventTargets.LambdaFunction(orders.alias, { deadLetterQueue: orders.failureQueue })] });

    expect(alarmNames(stack).filter(name => /Queue/.test(name))).toEqual(['FailureQueueExpiring', 'FailureQueueNotEmpty']);
  });

  test('that name an alias without config lose events, so the function may lose some', () => {
    const stack = agnosticStack();
    const orders = new AsyncFunction(stack, 'Orders', CODE);
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
    new events.Rule(stack, 'Rule', { eventPattern: PATTERN, targets: [new eventTargets.LambdaFunction(orders.addAlias('blue'))] });

    expect(alarmNames(stack)).toContain('EventsPerhapsLost');
  });

  test('that get a dead-letter queue later lose what the queue does not get', () => {
    const stack = agnosticStack();
    const orders = fn(stack, 'Orders');
    const rule = new events.CfnRule(stack, 'Rule', { targets: [{ id: 'Target', arn: orders.functionArn }] });
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
    const deadLetterConfig = { arn: new sqs.Queue(stack, 'Dead').queueArn };
    rule.targets = [{ id: 'Target', arn: orders.functionArn, deadLetterConfig }];

    expect(senderAlarms(stack)).toMatchObject({ 'SenderQueueFailed Stack.Rule': ['AWS/Events InvocationsFailedToBeSentToDlq', expect.anything()] });
    expect(Object.keys(senderAlarms(stack))).toEqual([
      'SenderQueueFailed Stack.Rule', 'SenderQueue Stack.Rule NotEmpty', 'SenderQueue Stack.Rule Expiring',
    ]);
  });

  test('that are gone when the app is whole have no alarm', () => {
    const stack = agnosticStack();
    const orders = fn(stack, 'Orders');
    const rule = new events.CfnRule(stack, 'Rule', { targets: [{ id: 'Target', arn: orders.functionArn }] });
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
    rule.state = 'DISABLED';

    expect(senderAlarms(stack)).toEqual({});
  });

  test('with and without dead-letter queue in one group are watched by both metrics', () => {
    const stack = declare((scope, orders, queue) => ['Kept', 'Lost'].map(id => new scheduler.CfnSchedule(scope, id, {
      flexibleTimeWindow: { mode: 'OFF' },
      scheduleExpression: 'rate(1 day)',
      target: { arn: orders.functionArn, roleArn: 'role', deadLetterConfig: id === 'Kept' ? { arn: queue.queueArn } : undefined },
    })));

    expect(Object.entries(senderAlarms(stack)).filter(([name]) => name.startsWith('SenderFailed'))).toEqual([
      ['SenderFailed Stack.Kept', ['AWS/Scheduler InvocationsFailedToBeSentToDeadLetterCount', { ScheduleGroup: 'default' }]],
      ['SenderFailed Stack.Lost', ['AWS/Scheduler InvocationDroppedCount', { ScheduleGroup: 'default' }]],
    ]);
  });

  test('are left alone if you say so', () => {
    expect(senderAlarms(declare((scope, orders) =>
      new events.Rule(scope, 'Rule', { eventPattern: PATTERN, targets: [new eventTargets.LambdaFunction(orders)] }), { discoverSenders: false }))).toEqual({});
  });

  test('can be declined', () => {
    expect(senderAlarms(declare((scope, orders) =>
      new events.Rule(scope, 'Rule', { eventPattern: PATTERN, targets: [new eventTargets.LambdaFunction(orders)] }), { senderFailed: { enabled: false } }))).toEqual({});
  });

  test('of a stack of another Region are left alone: their metrics are there', () => {
    const stack = concreteStack();
    const orders = fn(stack, 'Orders', { functionName: 'orders' });
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
    const there = new Stack(stack.node.root as Stack, 'There', { env: { ...HERE, region: 'us-east-1' } });
    new events.CfnRule(there, 'Rule', { targets: [{ id: 'Target', arn: `arn:aws:lambda:${HERE.region}:${HERE.account}:function:orders` }] });

    expect(senderAlarms(stack)).toEqual({});
  });
});

describe('a sender that you name', () => {
  const imported = (senders: (stack: Stack) => AsyncInvokeSender[]) => {
    const stack = concreteStack();
    const orders = lambda.Function.fromFunctionArn(stack, 'Orders', `arn:aws:lambda:${HERE.region}:${HERE.account}:function:orders`);
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders, senders: senders(stack) });
    return senderAlarms(stack);
  };

  test('may be an imported rule', () => {
    expect(imported(stack => [AsyncInvokeSender.rule(events.Rule.fromEventRuleArn(stack, 'Rule', `arn:aws:events:${HERE.region}:${HERE.account}:rule/placed`))])).toEqual({
      'SenderFailed Stack.Rule': ['AWS/Events FailedInvocations', { RuleName: 'placed' }],
    });
  });

  test('may be an imported topic, with the dead-letter queue of the subscription', () => {
    const arn = (service: string, name: string) => `arn:aws:${service}:${HERE.region}:${HERE.account}:${name}`;

    expect(imported(stack => [AsyncInvokeSender.topic(sns.Topic.fromTopicArn(stack, 'Topic', arn('sns', 'orders')), {
      deadLetterQueue: sqs.Queue.fromQueueArn(stack, 'Dead', arn('sqs', 'dead')),
    })])).toEqual({
      'SenderFailed Stack.Topic': ['AWS/SNS NumberOfNotificationsFailedToRedriveToDlq', { TopicName: 'orders' }],
      'SenderQueue Stack.Topic NotEmpty': ['AWS/SQS ApproximateNumberOfMessagesVisible', { QueueName: 'dead' }],
    });
  });

  test('may be a schedule or rule of the app, which is watched once', () => {
    const stack = agnosticStack();
    const orders = fn(stack, 'Orders');
    const rule = new events.Rule(stack, 'Rule', { eventPattern: PATTERN, targets: [new eventTargets.LambdaFunction(orders)] });
    const nightly = new scheduler.Schedule(stack, 'Nightly', { schedule: scheduler.ScheduleExpression.cron({ minute: '0' }), target: new scheduleTargets.LambdaInvoke(orders) });
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders, senders: [AsyncInvokeSender.rule(rule), AsyncInvokeSender.schedule(nightly)] });

    expect(Object.keys(senderAlarms(stack))).toEqual(['SenderFailed Stack.Rule', 'SenderFailed Stack.Nightly']);
  });
});
