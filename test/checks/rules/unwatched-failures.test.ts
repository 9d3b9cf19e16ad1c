import {
  App,
  aws_applicationautoscaling as scaling,
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  aws_events as events,
  aws_events_targets as targets,
  aws_lambda as lambda,
  aws_lambda_destinations as destinations,
  aws_lambda_event_sources as sources,
  aws_scheduler as scheduler,
  aws_scheduler_targets as schedulerTargets,
  aws_sns as sns,
  aws_sns_subscriptions as subscriptions,
  aws_sqs as sqs,
  CfnParameter,
  Duration,
  Stack,
} from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/unwatched-failures';
import { ENV, functionIn } from '../../topology/synthesized';
import { checked, checkedApp, invokedByRule, of } from '../checked-apps';

const ID = 'UnwatchedFailures';

test('UnwatchedFailures is found', () => {
  expect(of(ID, checked(example.found))).toEqual([
    {
      id: ID,
      severity: 'warning',
      path: 'S/Failed/Resource',
      property: 'QueueName',
      value: 'S/Failed, which keeps the failed events of S/Fn',
      message: '`QueueName` must be the dimension of one of the alarms of the app, got: S/Failed, which keeps the failed events of S/Fn. '
        + 'Failures go unnoticed until the queue deletes their records at the end of its retention period. '
        + 'Alarm on `ApproximateNumberOfMessagesVisible` of the queue, e.g. `queue.metricApproximateNumberOfMessagesVisible()` at 1, '
        + 'or acknowledge this warning if something else watches it.',
    },
  ]);
});

/** An alarm that tells people something. */
function alarm(stack: Stack, id: string, metric: cloudwatch.IMetric): cloudwatch.Alarm {
  const made = new cloudwatch.Alarm(stack, id, { metric, threshold: 1, evaluationPeriods: 1 });
  made.addAlarmAction(new actions.SnsAction(sns.Topic.fromTopicArn(stack, `${id}OnCall`, `arn:aws:sns:${ENV.region}:${ENV.account}:on-call`)));
  return made;
}

const orders = new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Orders' });

function keeping(stack: Stack, queue: sqs.IQueue, id = 'Fn'): lambda.Function {
  return functionIn(stack, id, { onFailure: new destinations.SqsDestination(queue) });
}

/** A failure queue beside the other parts of an app. */
function withQueue(build: (stack: Stack, queue: sqs.Queue, fn: lambda.Function) => void): (stack: Stack) => void {
  return stack => {
    const queue = new sqs.Queue(stack, 'Failed');
    build(stack, queue, keeping(stack, queue));
  };
}

describe('found', () => {
  test.each<[string, (stack: Stack) => void, string]>([
    ['a dead-letter queue', stack => {
      functionIn(stack, 'Fn', { deadLetterQueue: new sqs.Queue(stack, 'Dead') });
      alarm(stack, 'Orders', orders);
    }, 'S/Dead, which keeps the dead letters of S/Fn'],
    ['the dead-letter queue of a rule', stack => {
      const deadLetterQueue = new sqs.Queue(stack, 'Undelivered');
      invokedByRule(functionIn(stack, 'Fn'), { deadLetterQueue });
      alarm(stack, 'Orders', orders);
    }, 'S/Undelivered, which keeps what S/Rule cannot deliver'],
    ['the failures of an alias', stack => {
      const live = functionIn(stack, 'Fn').addAlias('live');
      live.configureAsyncInvoke({ onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Failed')) });
      alarm(stack, 'Orders', orders);
    }, 'S/Failed, which keeps the failed events of S/Fn'],
    ['an alarm on another queue', withQueue(stack => void alarm(stack, 'Watched', new sqs.Queue(stack, 'Other').metricApproximateNumberOfMessagesVisible())),
      'S/Failed, which keeps the failed events of S/Fn'],
    ['an alarm on a queue with another name', withQueue(stack => void alarm(stack, 'Other', new cloudwatch.Metric({
      namespace: 'AWS/SQS', metricName: 'ApproximateNumberOfMessagesVisible', dimensionsMap: { QueueName: 'other' },
    }))), 'S/Failed, which keeps the failed events of S/Fn'],
    ['an alarm on the errors of its function', withQueue((stack, _, fn) => void alarm(stack, 'Errors', fn.metricErrors())), 'S/Failed, which keeps the failed events of S/Fn'],
    ['an alarm on what another function drops', withQueue(stack => void alarm(stack, 'Drops', functionIn(stack, 'Other').metric('AsyncEventsDropped'))),
      'S/Failed, which keeps the failed events of S/Fn'],
    ['an alarm on what one of two functions drops', withQueue((stack, queue, fn) => {
      keeping(stack, queue, 'Second');
      alarm(stack, 'Drops', fn.metric('AsyncEventsDropped'));
    }), 'S/Failed, which keeps the failed events of S/Second'],
    ['an expression over other metrics', withQueue(stack => void alarm(stack, 'Math', new cloudwatch.MathExpression({ expression: 'a * 2', usingMetrics: { a: orders } }))),
      'S/Failed, which keeps the failed events of S/Fn'],
  ])('%s', (_, build, value) => {
    expect(of(ID, checked(build))).toMatchObject([{ value }]);
  });

  test('one queue once, though two functions use it', () => {
    expect(of(ID, checked(withQueue((stack, queue) => {
      keeping(stack, queue, 'Second');
      alarm(stack, 'Orders', orders);
    })))).toHaveLength(1);
  });

  test('with an alarm of the same name in another Region', () => {
    expect(of(ID, checkedApp(app => {
      const stack = new Stack(app, 'S', { env: ENV });
      keeping(stack, new sqs.Queue(stack, 'Failed', { queueName: 'failed' }));
      alarm(new Stack(app, 'Far', { env: { ...ENV, region: 'us-east-1' } }), 'Failed', new cloudwatch.Metric({
        namespace: 'AWS/SQS', metricName: 'ApproximateNumberOfMessagesVisible', dimensionsMap: { QueueName: 'other' },
      }));
    }))).toHaveLength(1);
  });
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['an alarm on the queue', example.innocent],
    ['no alarm at all', withQueue(() => undefined)],
    ['an alarm without actions', withQueue(stack => void new cloudwatch.Alarm(stack, 'Alarm', { metric: orders, threshold: 1, evaluationPeriods: 1 }))],
    ['an alarm that scales', withQueue(stack => {
      new scaling.ScalableTarget(stack, 'Target', { serviceNamespace: scaling.ServiceNamespace.ECS, resourceId: 'r', scalableDimension: 'd', minCapacity: 1, maxCapacity: 2 })
        .scaleOnMetric('Scale', { metric: orders, scalingSteps: [{ upper: 1, change: -1 }, { lower: 5, change: 1 }] });
    })],
    ['an alarm that recovers an instance', withQueue(stack => {
      new cloudwatch.Alarm(stack, 'Alarm', { metric: new cloudwatch.Metric({ namespace: 'AWS/EC2', metricName: 'M', dimensionsMap: { InstanceId: 'i' } }), threshold: 1, evaluationPeriods: 1 })
        .addAlarmAction(new actions.Ec2Action(actions.Ec2InstanceAction.RECOVER));
    })],
    ['the age of the oldest message', withQueue((stack, queue) => void alarm(stack, 'Age', queue.metricApproximateAgeOfOldestMessage()))],
    ['the queue in an expression', withQueue((stack, queue) =>
      void alarm(stack, 'Math', new cloudwatch.MathExpression({ expression: 'a + b', usingMetrics: { a: orders, b: queue.metricApproximateNumberOfMessagesVisible() } })))],
    ['the ARN of the queue, which AlarmNeverFires finds', withQueue((stack, queue) =>
      void alarm(stack, 'Arn', new cloudwatch.Metric({ namespace: 'AWS/SQS', metricName: 'ApproximateNumberOfMessagesVisible', dimensionsMap: { QueueName: queue.queueArn } })))],
    ['a query', withQueue(stack => {
      const query = new cloudwatch.CfnAlarm(stack, 'Query', {
        metrics: [{ id: 'q', expression: 'SELECT MAX(ApproximateNumberOfMessagesVisible) FROM SCHEMA("AWS/SQS", QueueName)', period: 60, returnData: true }],
        evaluationPeriods: 1,
        threshold: 1,
        comparisonOperator: 'GreaterThanThreshold',
        alarmActions: [`arn:aws:sns:${ENV.region}:${ENV.account}:on-call`],
      });
      expect(query).toBeDefined();
    })],
    ['a queue that a parameter names', withQueue(stack => void alarm(stack, 'Other', new cloudwatch.Metric({
      namespace: 'AWS/SQS', metricName: 'ApproximateNumberOfMessagesVisible', dimensionsMap: { QueueName: new CfnParameter(stack, 'Name').valueAsString },
    })))],
    ['a namespace that a parameter names', withQueue(stack => void alarm(stack, 'Other', new cloudwatch.Metric({
      namespace: new CfnParameter(stack, 'Namespace').valueAsString, metricName: 'ApproximateNumberOfMessagesVisible',
    })))],
    ['an alarm on what the function drops', withQueue((stack, _, fn) => void alarm(stack, 'Drops', fn.metric('AsyncEventsDropped')))],
    ['an alarm on what all functions drop', withQueue(stack => void alarm(stack, 'Drops', new cloudwatch.Metric({ namespace: 'AWS/Lambda', metricName: 'AsyncEventsDropped' })))],
    ['a consumer', withQueue((stack, queue) => {
      functionIn(stack, 'Redrive').addEventSource(new sources.SqsEventSource(queue));
      alarm(stack, 'Orders', orders);
    })],
    ['a queue outside of the app', stack => {
      keeping(stack, sqs.Queue.fromQueueArn(stack, 'Failed', `arn:aws:sqs:${ENV.region}:${ENV.account}:failed`));
      alarm(stack, 'Orders', orders);
    }],
    ['an alarm on what a rule cannot deliver', stack => {
      const rule = invokedByRule(functionIn(stack, 'Fn'), { deadLetterQueue: new sqs.Queue(stack, 'Undelivered') });
      alarm(stack, 'Undeliverable', new cloudwatch.Metric({ namespace: 'AWS/Events', metricName: 'InvocationsSentToDlq', dimensionsMap: { RuleName: rule.ruleName } }));
    }],
    ['an alarm on what a topic cannot deliver', stack => {
      const topic = new sns.Topic(stack, 'Topic');
      topic.addSubscription(new subscriptions.LambdaSubscription(functionIn(stack, 'Fn'), { deadLetterQueue: new sqs.Queue(stack, 'Undelivered') }));
      alarm(stack, 'Undeliverable', topic.metric('NumberOfNotificationsRedrivenToDlq'));
    }],
    ['an alarm on what schedules cannot deliver', stack => {
      const target = new schedulerTargets.LambdaInvoke(functionIn(stack, 'Fn'), { deadLetterQueue: new sqs.Queue(stack, 'Undelivered') });
      new scheduler.Schedule(stack, 'Schedule', { schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)), target });
      alarm(stack, 'Undeliverable', scheduler.Schedule.metricAllSentToDLQ());
    }],
    ['a rule that is switched off', stack => {
      invokedByRule(functionIn(stack, 'Fn'), { deadLetterQueue: new sqs.Queue(stack, 'Undelivered') }, { enabled: false });
      alarm(stack, 'Orders', orders);
    }],
  ])('%s', (_, build) => {
    expect(of(ID, checked(build))).toEqual([]);
  });

  test('an alarm of another stack', () => {
    expect(of(ID, checkedApp((app: App) => {
      const stack = new Stack(app, 'S', { env: ENV });
      const queue = new sqs.Queue(stack, 'Failed');
      keeping(stack, queue);
      alarm(new Stack(app, 'Alarms', { env: ENV }), 'Failed', queue.metricApproximateNumberOfMessagesVisible());
    }))).toEqual([]);
  });

  test('a composite alarm around an alarm on the queue', () => {
    expect(of(ID, checked(withQueue((stack, queue) => {
      const inner = new cloudwatch.Alarm(stack, 'Failures', { metric: queue.metricApproximateNumberOfMessagesVisible(), threshold: 1, evaluationPeriods: 1 });
      new cloudwatch.CompositeAlarm(stack, 'Any', { alarmRule: cloudwatch.AlarmRule.fromAlarm(inner, cloudwatch.AlarmState.ALARM) })
        .addAlarmAction(new actions.SnsAction(new sns.Topic(stack, 'OnCall')));
    })))).toEqual([]);
  });
});

test('a rule without a queue of its own adds nothing', () => {
  expect(of(ID, checked(stack => {
    const fn = functionIn(stack, 'Fn');
    new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn)] });
    alarm(stack, 'Orders', orders);
  }))).toEqual([]);
});
