import { App, Aspects, CfnParameter, CfnResource, Duration, Stack, Stage, Tags } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { alarmNames, alarmsIn, thresholds } from './fixture';
import { AlarmSeverity, AsyncDestination, AsyncFunction, AsyncInvokeAlarms, AsyncInvokeConfig, DeployTimeAsyncInvokeConfig } from '../../../lib';
import { agnosticStack, CODE, concreteStack, errorOf, fn, HERE, resources } from '../fixture';

const ARN = `arn:aws:lambda:${HERE.region}:${HERE.account}:function:orders`;
const PAGE = 'https://github.com/cdk-async-invoke/cdk-async-invoke/blob/main/docs/operations.md';

/** What every alarm has. */
const USUAL = { ComparisonOperator: 'GreaterThanOrEqualToThreshold', EvaluationPeriods: 1, Period: 60, TreatMissingData: 'notBreaching' };

describe('the alarms of an AsyncFunction', () => {
  const stack = agnosticStack();
  const orders = new AsyncFunction(stack, 'Orders', CODE);
  new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
  const alarms = alarmsIn(stack);
  const aboutLambda = { ...USUAL, Namespace: 'AWS/Lambda', Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'OrdersA9B65338' } }] };
  const queueName = { 'Fn::GetAtt': ['OrdersAliasFailureQueueDFC30319', 'QueueName'] };
  const aboutQueue = { ...USUAL, Namespace: 'AWS/SQS', Statistic: 'Maximum', Dimensions: [{ Name: 'QueueName', Value: queueName }] };

  test('are those of what can happen to its events', () => {
    expect(Object.keys(alarms)).toEqual(['DeliveryFailed', 'LoopStopped', 'Backlog', 'BacklogCritical', 'FailureQueueNotEmpty', 'FailureQueueExpiring']);
  });

  test('tell of a record that was not delivered', () => {
    expect(alarms.DeliveryFailed).toEqual({
      ...aboutLambda,
      AlarmName: 'Stack/Alarms/DeliveryFailed',
      MetricName: 'DestinationDeliveryFailures',
      Statistic: 'Sum',
      Threshold: 1,
      AlarmDescription: [
        'Lambda could not deliver a record about an event of Stack/Orders to its destination. The record is lost, and a failed event with it.',
        '1. `npx cdk-async-invoke explain Stack/Orders` shows the destination.',
        '2. `npx cdk-async-invoke check` finds missing permissions and keys.',
        '3. Find the event in the logs of the function, by the time of this alarm, and send it again.',
        `${PAGE}#delivery-failed`,
      ].join('\n'),
    });
  });

  test('tell of a loop', () => {
    expect(alarms.LoopStopped).toEqual({
      ...aboutLambda,
      AlarmName: 'Stack/Alarms/LoopStopped',
      MetricName: 'RecursiveInvocationsDropped',
      Statistic: 'Sum',
      Threshold: 1,
      AlarmDescription: expect.stringContaining('Lambda stopped Stack/Orders, because it is part of an infinite loop.'),
    });
  });

  test.each([['Backlog', 10_800_000], ['BacklogCritical', 17_280_000]])('tell of events that are too old: %s', (name, Threshold) => {
    expect(alarms[name]).toEqual({
      ...aboutLambda,
      AlarmName: `Stack/Alarms/${name}`,
      MetricName: 'AsyncEventAge',
      Statistic: 'Maximum',
      Threshold,
      AlarmDescription: expect.stringContaining('Events of Stack/Orders wait longer than retries explain.'),
    });
  });

  test('tell of messages in the failure queue', () => {
    expect(alarms.FailureQueueNotEmpty).toEqual({
      ...aboutQueue,
      AlarmName: 'Stack/Alarms/FailureQueueNotEmpty',
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Threshold: 1,
      AlarmDescription: {
        'Fn::Join': ['', [
          expect.stringMatching(/^The queue Stack\/Orders\/Alias\/FailureQueue has failed events of Stack\/Orders\. Nothing is lost yet\..*--queue-name $/s),
          queueName,
          expect.stringMatching(/^ --query QueueUrl --output text\) > failed\.json`\. `npx cdk-async-invoke replay plan failed\.json` shows/),
        ]],
      },
    });
  });

  test('tell of messages that the queue is about to delete', () => {
    expect(alarms.FailureQueueExpiring).toEqual({
      ...aboutQueue,
      AlarmName: 'Stack/Alarms/FailureQueueExpiring',
      MetricName: 'ApproximateAgeOfOldestMessage',
      Threshold: 0.8 * 14 * 24 * 60 * 60,
      AlarmDescription: expect.anything(),
    });
  });
});

describe('the alarms of a function', () => {
  const declare = (props: Partial<lambda.FunctionProps> = {}, scope = agnosticStack()) => {
    const orders = fn(scope, 'Orders', props);
    new AsyncInvokeAlarms(scope, 'Alarms', { function: orders });
    return { stack: scope, orders };
  };

  test('without a config tell of lost events, by the defaults of Lambda', () => {
    expect(thresholds(declare().stack)).toEqual({ EventsLost: 1, LoopStopped: 1, Backlog: 10_800_000, BacklogCritical: 17_280_000 });
  });

  test('say that the event is lost', () => {
    expect(alarmsIn(declare().stack).EventsLost).toMatchObject({
      MetricName: 'AsyncEventsDropped',
      Statistic: 'Sum',
      AlarmDescription: expect.stringContaining('Nothing keeps it: the event is lost.'),
    });
  });

  test('follow a config of aws-cdk-lib that is declared later', () => {
    const { stack, orders } = declare();
    orders.configureAsyncInvoke({ maxEventAge: Duration.hours(1), retryAttempts: 0 });

    expect(thresholds(stack)).toEqual({ EventsLost: 1, LoopStopped: 1, Backlog: 1_800_000, BacklogCritical: 2_880_000 });
  });

  test('follow an L1 that is declared later, and what an aspect changes', () => {
    const { stack, orders } = declare();
    const config = new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: orders.functionName, qualifier: '$LATEST' });
    Aspects.of(config).add({ visit: node => node === config && Object.assign(node, { maximumEventAgeInSeconds: 600, maximumRetryAttempts: 0 }) });

    expect(thresholds(stack)).toMatchObject({ Backlog: 300_000, BacklogCritical: 480_000 });
  });

  test('follow a config that a deployment puts by API', () => {
    const { stack, orders } = declare();
    new DeployTimeAsyncInvokeConfig(stack, 'Config', { function: orders, maxEventAge: Duration.minutes(10), retryAttempts: 0, onFailure: AsyncDestination.bus() });

    expect(thresholds(stack)).toEqual({ DeliveryFailed: 1, LoopStopped: 1, Backlog: 300_000, BacklogCritical: 480_000 });
  });

  test('know the timeout', () => {
    const { stack, orders } = declare({ timeout: Duration.minutes(15) });
    orders.configureAsyncInvoke({ maxEventAge: Duration.hours(1) });

    expect(thresholds(stack)).toEqual({ EventsLost: 1, LoopStopped: 1, BacklogCritical: 2_880_000 });
  });

  test('have no backlog where no event gets that old', () => {
    const { stack, orders } = declare({ timeout: Duration.minutes(15) });
    orders.configureAsyncInvoke({ maxEventAge: Duration.seconds(2880) });

    expect(alarmNames(stack)).toEqual(['EventsLost', 'LoopStopped']);
  });

  test('have no backlog where Lambda never runs the function, and still tell of lost events', () => {
    expect(alarmNames(declare({ reservedConcurrentExecutions: 0 }).stack)).toEqual(['EventsLost', 'LoopStopped']);
  });

  test('say how much concurrency is reserved', () => {
    expect(alarmsIn(declare({ reservedConcurrentExecutions: 5 }).stack).Backlog.AlarmDescription).toContain('raise its concurrency (reserved concurrency 5)');
  });

  test('know no loop where loops are allowed', () => {
    expect(alarmNames(declare({ recursiveLoop: lambda.RecursiveLoop.ALLOW }).stack)).not.toContain('LoopStopped');
  });

  test('tell of dead letters that cannot be sent, and of those that were', () => {
    expect(alarmNames(declare({ deadLetterQueueEnabled: true }).stack)).toEqual([
      'Backlog', 'BacklogCritical', 'DeadLetterFailed', 'DeadLetterQueueExpiring', 'DeadLetterQueueNotEmpty', 'LoopStopped',
    ]);
  });

  test('watch a topic as dead-letter queue no further than Lambda', () => {
    const stack = agnosticStack();

    expect(alarmNames(declare({ deadLetterTopic: new sns.Topic(stack, 'Topic') }, stack).stack)).toEqual(['Backlog', 'BacklogCritical', 'DeadLetterFailed', 'LoopStopped']);
  });

  test('watch one queue once, though events come there in two ways', () => {
    const stack = agnosticStack();
    const queue = new sqs.Queue(stack, 'Failed');
    declare({ deadLetterQueue: queue, onFailure: AsyncDestination.queue(queue) }, stack);

    expect(alarmNames(stack).filter(name => name.includes('Queue'))).toEqual(['FailureQueueExpiring', 'FailureQueueNotEmpty']);
  });

  test('tell of deliveries where only successes have a destination', () => {
    const { stack, orders } = declare();
    orders.configureAsyncInvoke({ onSuccess: AsyncDestination.bus() });

    expect(alarmNames(stack)).toEqual(['Backlog', 'BacklogCritical', 'DeliveryFailed', 'EventsLost', 'LoopStopped']);
  });

  test('cannot tell of the records on a bus', () => {
    const { stack, orders } = declare();
    orders.configureAsyncInvoke({ onFailure: AsyncDestination.bus() });

    expect(alarmNames(stack)).toEqual(['Backlog', 'BacklogCritical', 'DeliveryFailed', 'LoopStopped']);
  });

  test('whose destination is declined tell of lost events', () => {
    const { stack, orders } = declare();
    new AsyncInvokeConfig(stack, 'Config', { function: orders, onFailure: AsyncDestination.none() });

    expect(alarmNames(stack)).toEqual(['Backlog', 'BacklogCritical', 'EventsLost', 'LoopStopped']);
  });

  test('count the events of its aliases, too, so the longest age counts', () => {
    const { stack, orders } = declare();
    orders.configureAsyncInvoke({ maxEventAge: Duration.minutes(10), onFailure: AsyncDestination.bus() });
    orders.addAlias('live').configureAsyncInvoke({ maxEventAge: Duration.hours(2) });

    expect(thresholds(stack)).toEqual({ DeliveryFailed: 1, EventsPerhapsLost: 1, LoopStopped: 1, Backlog: 3_600_000, BacklogCritical: 5_760_000 });
  });
});

describe('the alarms of an alias', () => {
  const declare = () => {
    const stack = agnosticStack();
    const orders = fn(stack, 'Orders');
    const alias = orders.addAlias('live');
    new AsyncInvokeAlarms(stack, 'Alarms', { function: alias });
    return { stack, orders, alias };
  };

  test('have its dimensions and follow its own config', () => {
    const { stack, orders, alias } = declare();
    orders.configureAsyncInvoke({ maxEventAge: Duration.hours(5), onFailure: AsyncDestination.bus() });
    alias.configureAsyncInvoke({ maxEventAge: Duration.hours(1), retryAttempts: 0 });
    const { Dimensions, Threshold, AlarmDescription } = alarmsIn(stack).Backlog;

    expect(Dimensions).toEqual([
      { Name: 'FunctionName', Value: { Ref: 'OrdersA9B65338' } },
      { Name: 'Resource', Value: { 'Fn::Join': ['', [{ Ref: 'OrdersA9B65338' }, ':live']] } },
    ]);
    expect(Threshold).toBe(1_800_000);
    expect(AlarmDescription).toContain('npx cdk-async-invoke explain Stack/Orders:live`');
    expect(alarmNames(stack)).toEqual(['Backlog', 'BacklogCritical', 'EventsLost', 'LoopStopped']);
  });

  test('without its own config have the defaults of Lambda, whatever $LATEST has', () => {
    const { stack, orders } = declare();
    orders.configureAsyncInvoke({ maxEventAge: Duration.hours(1), onFailure: AsyncDestination.bus() });

    expect(thresholds(stack)).toEqual({ EventsLost: 1, LoopStopped: 1, Backlog: 10_800_000, BacklogCritical: 17_280_000 });
  });
});

test('the alarms of a version follow its config', () => {
  const stack = agnosticStack();
  const { currentVersion } = fn(stack, 'Orders', { currentVersionOptions: { maxEventAge: Duration.hours(1), retryAttempts: 0 } });
  new AsyncInvokeAlarms(stack, 'Alarms', { function: currentVersion });
  const { Threshold, Dimensions } = alarmsIn(stack).Backlog;

  expect(Threshold).toBe(1_800_000);
  expect(Dimensions[1]).toEqual({ Name: 'Resource', Value: { 'Fn::Join': ['', [{ Ref: 'OrdersA9B65338' }, ':', stack.resolve(currentVersion.version)]] } });
});

describe('the alarms of an imported function', () => {
  const failed = `arn:aws:sqs:${HERE.region}:${HERE.account}:failed`;
  const declare = (arn = ARN, props = {}) => {
    const stack = concreteStack();
    const orders = lambda.Function.fromFunctionAttributes(stack, 'Orders', { functionArn: arn, sameEnvironment: true });
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders, ...props });
    return { stack, orders };
  };

  test('say that events may be lost', () => {
    const { stack } = declare();

    expect(thresholds(stack)).toEqual({
      DeliveryFailed: 1, DeadLetterFailed: 1, LoopStopped: 1, EventsPerhapsLost: 1, Backlog: 10_800_000, BacklogCritical: 17_280_000,
    });
    expect(alarmsIn(stack).EventsPerhapsLost.AlarmDescription).toContain('`npx cdk-async-invoke explain orders`');
  });

  test('follow its config in the app', () => {
    const { stack, orders } = declare(`${ARN}:live`);
    new AsyncInvokeConfig(stack, 'Config', {
      function: orders, maxEventAge: Duration.hours(2), onFailure: AsyncDestination.queue(new sqs.Queue(stack, 'Failed')), skipPermissions: true,
    });

    expect(thresholds(stack)).toEqual({
      DeliveryFailed: 1,
      DeadLetterFailed: 1,
      LoopStopped: 1,
      Backlog: 3_600_000,
      BacklogCritical: 5_760_000,
      FailureQueueNotEmpty: 1,
      FailureQueueExpiring: 276_480,
    });
  });

  test('expect the longest timeout, unless you know better', () => {
    const age = { maxEventAge: Duration.minutes(40) };

    expect(alarmNames(declare(ARN, age).stack)).not.toContain('BacklogCritical');
    expect(thresholds(declare(ARN, { ...age, timeout: Duration.seconds(3) }).stack)).toMatchObject({ BacklogCritical: 1_920_000 });
    expect(thresholds(declare(ARN, { ...age, retryAttempts: 0 }).stack)).toMatchObject({ Backlog: 1_200_000 });
  });

  test('watch the failure queue that you name', () => {
    const stack = concreteStack();
    const orders = lambda.Function.fromFunctionArn(stack, 'Orders', ARN);
    const failureQueue = sqs.Queue.fromQueueArn(stack, 'Failed', failed);
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders, failureQueue });

    expect(alarmNames(stack)).toEqual([
      'Backlog', 'BacklogCritical', 'DeadLetterFailed', 'DeliveryFailed', 'FailureQueueNotEmpty', 'LoopStopped',
    ]);
    expect(alarmsIn(stack).FailureQueueNotEmpty.Dimensions).toEqual([{ Name: 'QueueName', Value: 'failed' }]);
  });

  test('know a retention that you know', () => {
    const stack = concreteStack();
    const orders = lambda.Function.fromFunctionArn(stack, 'Orders', ARN);
    const failureQueue = sqs.Queue.fromQueueArn(stack, 'Failed', failed);
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders, failureQueue, recordsExpiring: { threshold: 86_400 } });

    expect(thresholds(stack)).toMatchObject({ FailureQueueExpiring: 86_400 });
  });

  test('of another Region are refused', () => {
    const stack = concreteStack();
    const orders = lambda.Function.fromFunctionArn(stack, 'Orders', ARN.replace(HERE.region, 'us-east-1'));

    expect(errorOf(() => new AsyncInvokeAlarms(stack, 'Alarms', { function: orders }))).toBe(
      '`function` must belong to the account and Region of the stack, got: a function of 111111111111/us-east-1 in a stack of 111111111111/eu-west-1. '
      + 'An alarm gets no data from elsewhere. Declare the alarms in a stack of the account and Region of the function. [Stack/Alarms]',
    );
  });
});

describe('numbers that only the deployment knows', () => {
  const stack = agnosticStack();
  const number = (id: string) => new CfnParameter(stack, id, { type: 'Number' }).valueAsNumber;
  const orders = fn(stack, 'Orders', { timeout: Duration.seconds(number('Timeout')) });
  const queue = new sqs.Queue(stack, 'Failed', { retentionPeriod: Duration.seconds(number('Retention')) });
  new AsyncInvokeConfig(stack, 'Config', {
    function: orders, maxEventAge: Duration.seconds(number('Age')), retryAttempts: number('Retries'), onFailure: AsyncDestination.queue(queue),
  });
  new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
  const alarms = alarmsIn(stack);

  test('are compared by metric math', () => {
    expect(alarms.Backlog).toEqual({
      AlarmName: 'Stack/Alarms/Backlog',
      AlarmDescription: expect.any(String),
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      EvaluationPeriods: 1,
      Metrics: [
        {
          Id: 'value',
          MetricStat: {
            Metric: { Namespace: 'AWS/Lambda', MetricName: 'AsyncEventAge', Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'OrdersA9B65338' } }] },
            Period: 60,
            Stat: 'Maximum',
          },
          ReturnData: false,
        },
        {
          Id: 'reached',
          Expression: { 'Fn::Join': ['', ['(value >= 500 * ', { Ref: 'Age' }, ') AND (value >= 180000 + 3000 * ', { Ref: 'Timeout' }, ')']] },
          Label: 'threshold reached',
          ReturnData: true,
        },
      ],
      Threshold: 1,
      TreatMissingData: 'notBreaching',
    });
  });

  test('also the retention of a queue', () => {
    expect(alarms.FailureQueueExpiring.Metrics[1].Expression).toEqual({ 'Fn::Join': ['', ['(value >= 0.8 * ', { Ref: 'Retention' }, ')']] });
  });

  test('do not change an alarm with a known threshold', () => {
    expect(alarms.DeliveryFailed).toMatchObject({ MetricName: 'DestinationDeliveryFailures', Threshold: 1 });
    expect(alarms.DeliveryFailed).not.toHaveProperty('Metrics');
  });

  test('do not matter beside your own threshold', () => {
    const other = agnosticStack();
    const age = Duration.seconds(new CfnParameter(other, 'Age', { type: 'Number' }).valueAsNumber);
    new AsyncInvokeAlarms(other, 'Alarms', { function: fn(other), maxEventAge: age, backlog: { threshold: 5000 } });

    expect(thresholds(other)).toMatchObject({ Backlog: 5000, BacklogCritical: expect.anything() });
    expect(alarmsIn(other).Backlog.MetricName).toBe('AsyncEventAge');
  });
});

describe('each alarm can be', () => {
  const declare = (props: object) => {
    const stack = agnosticStack();
    new AsyncInvokeAlarms(stack, 'Alarms', { function: fn(stack), ...props });
    return stack;
  };

  test('declined', () => {
    const enabled = false;

    const all = { eventsLost: { enabled }, backlog: { enabled }, backlogCritical: { enabled }, loopStopped: { enabled } };

    expect(alarmNames(declare(all))).toEqual([]);
  });

  test('tuned', () => {
    const backlog = { threshold: 60_000, period: Duration.minutes(5), evaluationPeriods: 3, datapointsToAlarm: 2, alarmName: 'orders-wait' };

    expect(alarmsIn(declare({ backlog }))['orders-wait']).toMatchObject({ MetricName: 'AsyncEventAge', Threshold: 60_000, Period: 300, EvaluationPeriods: 3, DatapointsToAlarm: 2 });
  });

  test('named, and told apart if the setting has several', () => {
    const stack = agnosticStack();
    const orders = new AsyncFunction(stack, 'Orders', { ...CODE, deadLetterQueueEnabled: true });
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders, failureQueueNotEmpty: { alarmName: 'failed' } });

    expect(alarmNames(stack).filter(name => name.startsWith('failed'))).toEqual(['failed', 'failed-2']);
  });

  test('asked for, if it is off by default', () => {
    const stack = agnosticStack();
    new AsyncInvokeAlarms(stack, 'Alarms', { function: new AsyncFunction(stack, 'Orders', CODE), eventsDropped: { enabled: true } });

    expect(alarmsIn(stack).EventsDropped.AlarmDescription).toContain('Nothing is lost: a destination or dead-letter queue keeps it.');
  });

  test('asked for in vain where it cannot happen', () => {
    expect(alarmNames(declare({ deliveryFailed: { enabled: true }, eventsDropped: { enabled: true } }))).toEqual(['Backlog', 'BacklogCritical', 'EventsLost', 'LoopStopped']);
  });

  test('the only one about the age', () => {
    const stack = declare({ timeout: Duration.minutes(15), maxEventAge: Duration.hours(1), backlogCritical: { enabled: false } });

    expect(thresholds(stack)).toMatchObject({ Backlog: 2_880_000 });
  });
});

describe('actions', () => {
  const declare = () => {
    const stack = concreteStack();
    const topic = (id: string) => new actions.SnsAction(new sns.Topic(stack, id));
    const orders = new AsyncFunction(stack, 'Orders', CODE);
    const alarms = new AsyncInvokeAlarms(stack, 'Alarms', {
      function: orders,
      critical: { alarmActions: [topic('Page')], okActions: [topic('Relief')] },
      warning: { alarmActions: [topic('Mail')] },
      information: { alarmActions: [topic('Log')] },
      composite: { alarmActions: [topic('Composite')] },
      eventsDropped: { enabled: true },
      loopStopped: { severity: AlarmSeverity.WARNING },
    });
    return { stack, alarms };
  };
  const named = (ids?: { Ref: string }[]) => (ids ?? []).map(({ Ref }) => Ref.slice(0, -8));

  test('are those of the severity', () => {
    const { stack } = declare();

    expect(Object.entries(alarmsIn(stack)).map(([name, { AlarmActions, OKActions }]) => [name, named(AlarmActions), named(OKActions)])).toEqual([
      ['DeliveryFailed', ['Page'], ['Relief']],
      ['LoopStopped', ['Mail'], []],
      ['EventsDropped', ['Log'], []],
      ['Backlog', ['Mail'], []],
      ['BacklogCritical', ['Page'], ['Relief']],
      ['FailureQueueNotEmpty', ['Mail'], []],
      ['FailureQueueExpiring', ['Page'], ['Relief']],
    ]);
  });

  test('of the composite alarm follow any critical alarm', () => {
    const { stack, alarms } = declare();
    const [{ Properties }] = Object.values(resources(stack, 'AWS::CloudWatch::CompositeAlarm'));
    const arn = (id: string) => ({ 'Fn::GetAtt': [expect.stringMatching(new RegExp(`^Alarms${id}\\w{8}$`)), 'Arn'] });

    expect(alarms.compositeAlarm).toBeInstanceOf(cloudwatch.CompositeAlarm);
    expect(Properties).toEqual({
      AlarmName: 'Stack/Alarms/Critical',
      AlarmDescription: expect.stringContaining('At least one critical alarm about the events of Stack/Orders is in ALARM.'),
      AlarmActions: [{ Ref: expect.stringMatching(/^Composite/) }],
      AlarmRule: { 'Fn::Join': ['', ['ALARM("', arn('DeliveryFailed'), '") OR ALARM("', arn('BacklogCritical'), '") OR ALARM("', arn('FailureQueueExpiring'), '")']] },
    });
  });

  test('that are functions may not refer to an alarm that there is not', () => {
    const app = new App({ context: { '@aws-cdk/aws-cloudwatch-actions:changeLambdaPermissionLogicalIdForLambdaAction': true } });
    const stack = new Stack(app, 'Stack', { env: HERE });
    const called = new actions.LambdaAction(fn(stack, 'Called'));
    new AsyncInvokeAlarms(stack, 'Alarms', { function: fn(stack), critical: { alarmActions: [called] } });
    const permissions = Object.values(resources(stack, 'AWS::Lambda::Permission')).map(({ Properties }) => Properties.SourceArn);

    expect(permissions).toContainEqual({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:cloudwatch:${HERE.region}:${HERE.account}:alarm:Stack/Alarms/DeliveryFailed`]],
    });
    expect(permissions).toContainEqual({ 'Fn::GetAtt': [expect.stringMatching(/^AlarmsEventsLost/), 'Arn'] });
  });

  test('there is no composite alarm over nothing', () => {
    const stack = agnosticStack();
    const enabled = false;
    new AsyncInvokeAlarms(stack, 'Alarms', { function: fn(stack), eventsLost: { enabled }, backlogCritical: { enabled }, loopStopped: { enabled }, composite: {} });

    expect(resources(stack, 'AWS::CloudWatch::CompositeAlarm')).toEqual({});
  });
});

describe('the alarms of now', () => {
  test('change with what is declared', () => {
    const stack = agnosticStack();
    const orders = fn(stack);
    const alarms = new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
    const names = () => alarms.alarms.map(({ node }) => node.id);
    const before = names();
    orders.configureAsyncInvoke({ onFailure: AsyncDestination.bus() });

    expect([before, names()]).toEqual([['LoopStopped', 'EventsLost', 'Backlog', 'BacklogCritical'], ['DeliveryFailed', 'LoopStopped', 'Backlog', 'BacklogCritical']]);
  });

  test('can be used as any alarm', () => {
    const stack = agnosticStack();
    const alarms = new AsyncInvokeAlarms(stack, 'Alarms', { function: fn(stack) });
    alarms.alarms.forEach(alarm => alarm.addAlarmAction(new actions.SnsAction(new sns.Topic(alarm, 'Topic'))));
    new cloudwatch.CompositeAlarm(stack, 'All', { alarmRule: cloudwatch.AlarmRule.anyOf(...alarms.alarms) });

    expect(Object.values(alarmsIn(stack)).map(({ AlarmActions }) => AlarmActions.length)).toEqual([1, 1, 1, 1]);
  });
});

test('alarms in another stack than function, config and queue refer to them', () => {
  const app = new App();
  const [declaring, watching] = ['Declaring', 'Watching'].map(id => new Stack(app, id, { env: HERE }));
  const orders = new AsyncFunction(declaring, 'Orders', CODE);
  new AsyncInvokeAlarms(watching, 'Alarms', { function: orders.alias });
  const { FailureQueueNotEmpty, Backlog } = alarmsIn(watching);

  expect(FailureQueueNotEmpty.Dimensions[0].Value).toEqual({ 'Fn::ImportValue': expect.stringMatching(/^Declaring:.*FailureQueue.*QueueName/) });
  expect(Backlog.Dimensions[0].Value).toEqual({ 'Fn::ImportValue': expect.stringMatching(/^Declaring:.*Orders/) });
});

test('alarms are tagged as everything else', () => {
  const stack = agnosticStack();
  Tags.of(stack).add('team', 'orders');
  new AsyncInvokeAlarms(stack, 'Alarms', { function: fn(stack) });

  expect(Object.values(alarmsIn(stack)).map(({ Tags: tags }) => tags)).toEqual(Array(4).fill([{ Key: 'team', Value: 'orders' }]));
});

test('an app that is synthesized again follows what was declared since', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const orders = fn(stack);
  new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
  const names = () => Object.values<CfnResource>(app.synth({ force: true }).getStackByName('Stack').template.Resources)
    .filter((resource: any) => resource.Type === 'AWS::CloudWatch::Alarm').map((resource: any) => resource.Properties.AlarmName.split('/').at(-1));
  const before = names();
  orders.configureAsyncInvoke({ onFailure: AsyncDestination.bus() });

  expect([before, names()]).toEqual([['LoopStopped', 'EventsLost', 'Backlog', 'BacklogCritical'], ['DeliveryFailed', 'LoopStopped', 'Backlog', 'BacklogCritical']]);
});

describe.each([true, false])('with stabilized aspects: %s', stabilized => {
  const newStack = () => new Stack(new App({ context: { '@aws-cdk/core:aspectStabilization': stabilized } }), 'Stack');
  const send = (stack: Stack, orders: lambda.Function) => new events.Rule(stack, 'Rule', {
    schedule: events.Schedule.rate(Duration.hours(1)), targets: [new targets.LambdaFunction(orders)],
  });
  const ALL = ['Backlog', 'BacklogCritical', 'EventsLost', 'LoopStopped', 'SenderFailed Stack.Rule'];

  test('alarms that an aspect makes beside the function know the whole app', () => {
    const stack = newStack();
    Aspects.of(stack).add({
      visit: node => {
        if (node instanceof lambda.Function) {
          new AsyncInvokeAlarms(stack, 'Alarms', { function: node });
        }
      },
    });
    send(stack, fn(stack, 'Orders'));

    expect(alarmNames(stack)).toEqual(ALL);
  });

  test('alarms follow what an aspect declares', () => {
    const stack = newStack();
    const orders = fn(stack, 'Orders');
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
    send(stack, orders);
    Aspects.of(stack).add({
      visit: node => {
        if (node instanceof lambda.Function) {
          node.configureAsyncInvoke({ maxEventAge: Duration.hours(1), retryAttempts: 0 });
        }
      },
    });

    expect(alarmNames(stack)).toEqual(ALL);
    expect(thresholds(stack)).toMatchObject({ Backlog: 1_800_000 });
  });
});

test('alarms in a stage follow the config of the stage', () => {
  const app = new App();
  const declare = (id: string, minutes: number) => {
    const stack = new Stack(new Stage(app, id), 'Stack');
    const orders = fn(stack, 'Orders', { functionName: 'orders' });
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
    orders.configureAsyncInvoke({ maxEventAge: Duration.minutes(minutes), retryAttempts: 0 });
    return stack;
  };
  const [beta, prod] = [declare('Beta', 10), declare('Prod', 60)];

  expect([beta, prod].map(stack => thresholds(stack).Backlog)).toEqual([300_000, 1_800_000]);
});
