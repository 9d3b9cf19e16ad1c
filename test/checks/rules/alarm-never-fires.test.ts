import { aws_cloudwatch as cloudwatch, aws_events as events, aws_lambda as lambda, aws_sns as sns, aws_sqs as sqs, CfnParameter, Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/alarm-never-fires';
import { ENV, functionIn } from '../../topology/synthesized';
import { checked, checkedApp, of } from '../checked-apps';

const ID = 'AlarmNeverFires';
const DEAD = 'CloudWatch has no data for it: the alarm stays in INSUFFICIENT_DATA or OK and never fires.';

function alarm(stack: Stack, about: cloudwatch.IMetric, props: Partial<cloudwatch.AlarmProps> = {}): void {
  new cloudwatch.Alarm(stack, 'Alarm', { metric: about, threshold: 1, evaluationPeriods: 1, ...props });
}

function metric(dimensionsMap: Record<string, string>, props: Partial<cloudwatch.MetricProps> = {}): cloudwatch.Metric {
  return new cloudwatch.Metric({ namespace: 'AWS/Lambda', metricName: 'AsyncEventsDropped', dimensionsMap, statistic: 'Sum', ...props });
}

function on(fn: lambda.IFunction, props: Partial<cloudwatch.MetricProps> = {}): cloudwatch.Metric {
  return metric({ FunctionName: fn.functionName }, props);
}

test('AlarmNeverFires is found', () => {
  expect(of(ID, checked(example.found))).toEqual([
    {
      id: ID,
      severity: 'error',
      path: 'S/Dropped/Resource',
      property: 'Dimensions[1].Value',
      value: 'live',
      message: '`Dimensions[1].Value` must be the name of the function with a qualifier, e.g. `orders:live`, got: live. '
        + `${DEAD} Write name, colon and qualifier: an alias alone or an ARN is no value of \`Resource\`.`,
    },
  ]);
});

describe('found', () => {
  test.each<[string, (stack: Stack) => cloudwatch.IMetric, string, string]>([
    ['the executed version', stack => metric({ FunctionName: functionIn(stack, 'Fn').functionName, ExecutedVersion: '1' }),
      'Dimensions', '`Dimensions` must be dimensions with which the service publishes the metric, got: ExecutedVersion, FunctionName for AsyncEventsDropped. '
      + `${DEAD} Leave \`ExecutedVersion\` out: an event that is queued or dropped is not run, so only the metrics of runs have it.`],
    ['a dimension that Lambda does not know', stack => metric({ FunctionName: functionIn(stack, 'Fn').functionName, Alias: 'live' }),
      'Dimensions', '`Dimensions` must be dimensions with which the service publishes the metric, got: Alias, FunctionName for AsyncEventsDropped. '
      + `${DEAD} Name the function with \`FunctionName\`, and an alias or version with \`Resource\` as well, e.g. \`orders:live\`.`],
    ['the resource without the function', () => metric({ Resource: 'orders:live' }), 'Dimensions', 'got: Resource for AsyncEventsDropped. '],
    ['a misspelled dimension of a metric of runs', () => metric({ functionName: 'orders' }, { metricName: 'Errors' }), 'Dimensions', 'got: functionName for Errors. '],
    ['the ARN of an alias as resource', stack => {
      const fn = functionIn(stack, 'Fn');
      return metric({ FunctionName: fn.functionName, Resource: fn.addAlias('live').functionArn });
    }, 'Dimensions[1].Value', 'must be the name of the function with a qualifier'],
    ['an ARN of a version as resource', stack => {
      const fn = functionIn(stack, 'Fn');
      return metric({ FunctionName: fn.functionName, Resource: `${fn.functionArn}:1` });
    }, 'Dimensions[1].Value', 'must be the name of the function with a qualifier'],
    ['the alias of another function', stack => {
      const other = functionIn(stack, 'Other');
      return metric({ FunctionName: functionIn(stack, 'Fn').functionName, Resource: `${other.functionName}:live` });
    }, 'Dimensions[1].Value', 'must be the name of the function with a qualifier'],
    ['the alias of another function by name', () => metric({ FunctionName: 'orders', Resource: 'bills:live' }), 'Dimensions[1].Value', 'got: bills:live. '],
    ['a bare alias beside the name of a function', () => metric({ FunctionName: 'orders', Resource: 'live' }), 'Dimensions[1].Value', 'got: live. '],
    ['the name of an alias as function', stack => metric({ FunctionName: functionIn(stack, 'Fn').addAlias('live').functionName }),
      'Dimensions[0].Value', 'must be the name of the function without a qualifier'],
    ['the ARN of a function', stack => metric({ FunctionName: functionIn(stack, 'Fn').functionArn }), 'Dimensions[0].Value', 'must be the name of the function without a qualifier'],
    ['the metric of a version of aws-cdk-lib', stack => functionIn(stack, 'Fn').currentVersion.metricErrors(),
      'Dimensions[0].Value', '`currentVersion.metric…()` of aws-cdk-lib puts both into `FunctionName`: use the metric of an alias.'],
    ['the ARN of a queue', stack => metric({ QueueName: new sqs.Queue(stack, 'Q').queueArn }, { namespace: 'AWS/SQS', metricName: 'ApproximateNumberOfMessagesVisible' }),
      'Dimensions[0].Value', 'must be the name of the resource, got: ${S.Q63C6E3AB.Arn}. '],
    ['the URL of a queue', stack => metric({ QueueName: new sqs.Queue(stack, 'Q').queueUrl }, { namespace: 'AWS/SQS', metricName: 'ApproximateNumberOfMessagesVisible' }),
      'Dimensions[0].Value', 'must be the name of the resource, got: ${S.Q63C6E3AB.Ref}. '],
    ['the ARN of a topic', stack => metric({ TopicName: new sns.Topic(stack, 'T').topicArn }, { namespace: 'AWS/SNS', metricName: 'NumberOfNotificationsFailed' }),
      'Dimensions[0].Value', 'must be the name of the resource'],
    ['the ARN of a rule', stack => metric({ RuleName: rule(stack).ruleArn }, { namespace: 'AWS/Events', metricName: 'FailedInvocations' }),
      'Dimensions[0].Value', 'must be the name of the resource'],
    ['a rule of a custom bus without its bus', stack => metric({ RuleName: rule(stack, new events.EventBus(stack, 'Bus')).ruleName }, { namespace: 'AWS/Events', metricName: 'FailedInvocations' }),
      'Dimensions', 'must be `EventBusName` and `RuleName` for a rule of a custom bus'],
    ['another dimension of a queue', () => metric({ Queue: 'q' }, { namespace: 'AWS/SQS', metricName: 'ApproximateAgeOfOldestMessage' }), 'Dimensions', 'got: Queue for ApproximateAgeOfOldestMessage. '],
    ['seconds', stack => on(functionIn(stack, 'Fn'), { metricName: 'AsyncEventAge', statistic: 'Maximum', unit: cloudwatch.Unit.SECONDS }),
      'Unit', '`Unit` must be the unit in which the service publishes the metric, got: Seconds, while AsyncEventAge is in Milliseconds. '
      + 'CloudWatch ignores data in other units, and does not convert them: the alarm stays in INSUFFICIENT_DATA or OK and never fires. '
      + 'Leave the unit out, and give the threshold in milliseconds.'],
    ['a count in seconds', stack => on(functionIn(stack, 'Fn'), { unit: cloudwatch.Unit.SECONDS }), 'Unit', 'Leave the unit out, and give the threshold in the unit of the metric.'],
    ['a count without a unit', stack => on(functionIn(stack, 'Fn'), { unit: cloudwatch.Unit.NONE }), 'Unit', 'got: None, while AsyncEventsDropped is in Count. '],
    ['a namespace in lower case', () => metric({ FunctionName: 'orders' }, { namespace: 'AWS/lambda' }),
      'Namespace', '`Namespace` must be the namespace that has the metric, got: AWS/lambda, while the service writes AWS/Lambda. '],
    ['a metric of Lambda in another namespace', () => metric({ QueueName: 'q' }, { namespace: 'AWS/SQS' }), 'Namespace', 'got: AWS/SQS, while AsyncEventsDropped is in AWS/Lambda. '],
    ['a metric of SQS among those of Lambda', () => metric({ QueueName: 'q' }, { metricName: 'ApproximateNumberOfMessagesVisible' }), 'Namespace', 'while ApproximateNumberOfMessagesVisible is in AWS/SQS. '],
    ['a singular', () => metric({ FunctionName: 'orders' }, { metricName: 'AsyncEventDropped' }),
      'MetricName', '`MetricName` must be a metric that the service publishes, got: AsyncEventDropped, while the service writes AsyncEventsDropped. '],
    ['a metric in lower case', () => metric({ FunctionName: 'orders' }, { metricName: 'deadLetterErrors' }), 'MetricName', 'while the service writes DeadLetterErrors. '],
  ])('%s', (_, build, property, message) => {
    const found = of(ID, checked(stack => alarm(stack, build(stack))));
    expect(found).toMatchObject([{ path: 'S/Alarm/Resource', property }]);
    expect(found[0].message).toContain(message);
  });

  test.each([
    [cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD, 0],
    [cloudwatch.ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD, -1],
  ])('%s %d', (comparisonOperator, threshold) => {
    expect(of(ID, checked(stack => alarm(stack, on(functionIn(stack, 'Fn')), { comparisonOperator, threshold })))).toMatchObject([
      { property: 'Threshold', value: `${threshold} with ${comparisonOperator}` },
    ]);
  });

  test('in each metric of an expression', () => {
    const expression = (fn: lambda.IFunction) => new cloudwatch.MathExpression({
      expression: 'a + b', usingMetrics: { a: metric({ FunctionName: fn.functionName, Resource: 'live' }), b: on(fn, { unit: cloudwatch.Unit.SECONDS }) },
    });
    expect(of(ID, checked(stack => alarm(stack, expression(functionIn(stack, 'Fn')))))).toMatchObject([
      { property: 'Metrics[1].MetricStat.Metric.Dimensions[1].Value' },
      { property: 'Metrics[2].MetricStat.Unit' },
    ]);
  });

  test('a function of another Region', () => {
    const found = of(ID, checkedApp(app => {
      const fn = functionIn(new Stack(app, 'Home', { env: ENV, crossRegionReferences: true }), 'Fn');
      alarm(new Stack(app, 'S', { env: { ...ENV, region: 'us-east-1' }, crossRegionReferences: true }), on(fn));
    }));
    expect(found).toMatchObject([{
      property: 'Dimensions', value: 'Home/Fn in 123456789012/eu-west-1, while the alarm is in 123456789012/us-east-1',
    }]);
  });
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['function and alias', example.innocent],
    ['the metric of an alias', stack => alarm(stack, functionIn(stack, 'Fn').addAlias('live').metricErrors())],
    ['the name of an alias as resource', stack => {
      const fn = functionIn(stack, 'Fn');
      alarm(stack, metric({ FunctionName: fn.functionName, Resource: fn.addAlias('live').functionName }));
    }],
    ['the function as resource', stack => {
      const fn = functionIn(stack, 'Fn', { functionName: 'orders' });
      alarm(stack, metric({ FunctionName: fn.functionName, Resource: 'orders' }));
    }],
    ['a resource beside a function whose name is a parameter', stack => {
      const fn = functionIn(stack, 'Fn', { functionName: new CfnParameter(stack, 'Name').valueAsString });
      alarm(stack, metric({ FunctionName: fn.functionName, Resource: 'live' }));
    }],
    ['all functions', stack => alarm(stack, metric({}))],
    ['the executed version of a run', stack => {
      const fn = functionIn(stack, 'Fn');
      alarm(stack, metric({ FunctionName: fn.functionName, Resource: `${fn.functionName}:live`, ExecutedVersion: '1' }, { metricName: 'Errors' }));
    }],
    ['a metric that may be newer', stack => alarm(stack, metric({ FunctionName: 'orders', Color: 'red' }, { metricName: 'AsyncEventsForgotten' }))],
    ['a new dimension of a metric of runs', stack => alarm(stack, metric({ CapacityProvider: 'c' }, { metricName: 'Errors' }))],
    ['the unit of the metric', stack => alarm(stack, on(functionIn(stack, 'Fn'), { unit: cloudwatch.Unit.COUNT }))],
    ['a metric of the app', stack => alarm(stack, metric({ Alias: 'live' }, { namespace: 'Shop' }))],
    ['a namespace of the app', stack => alarm(stack, metric({ Alias: 'live' }, { namespace: 'lambda' }))],
    ['a metric of another service', stack => alarm(stack, metric({ Pool: 'p' }, { namespace: 'AWS/Cognito', metricName: 'Throttles' }))],
    ['a queue', stack => alarm(stack, new sqs.Queue(stack, 'Q').metricApproximateAgeOfOldestMessage())],
    ['a rule of the default bus', stack => alarm(stack, metric({ RuleName: rule(stack).ruleName }, { namespace: 'AWS/Events', metricName: 'FailedInvocations' }))],
    ['a rule with its bus', stack => {
      const eventBus = new events.EventBus(stack, 'Bus');
      alarm(stack, metric({ EventBusName: eventBus.eventBusName, RuleName: rule(stack, eventBus).ruleName }, { namespace: 'AWS/Events', metricName: 'FailedInvocations' }));
    }],
    ['an alarm that fires without data', stack =>
      alarm(stack, metric({ FunctionName: 'orders', Resource: 'live' }), { treatMissingData: cloudwatch.TreatMissingData.BREACHING })],
    ['less than one', stack => alarm(stack, on(functionIn(stack, 'Fn')), { comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD })],
    ['at most zero', stack => alarm(stack, on(functionIn(stack, 'Fn')), { comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD, threshold: 0 })],
    ['a metric of the app below zero', stack =>
      alarm(stack, metric({}, { namespace: 'Shop' }), { comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD, threshold: 0 })],
    ['an expression with a metric that has data', stack => {
      const fn = functionIn(stack, 'Fn');
      alarm(stack, new cloudwatch.MathExpression({ expression: 'MAX([a, b])', usingMetrics: { a: metric({ FunctionName: 'orders', Resource: 'live' }), b: on(fn) } }));
    }],
    ['an expression that fills in values', stack =>
      alarm(stack, new cloudwatch.MathExpression({ expression: 'FILL(a, 0)', usingMetrics: { a: metric({ FunctionName: 'orders', Resource: 'live' }) } }))],
    ['a query', stack => new cloudwatch.CfnAlarm(stack, 'Alarm', {
      metrics: [{ id: 'q', expression: 'SELECT SUM(AsyncEventsDropped) FROM "AWS/Lambda"', period: 60, returnData: true }],
      evaluationPeriods: 1,
      threshold: 0,
      comparisonOperator: 'LessThanThreshold',
    })],
  ])('%s', (_, build) => {
    expect(of(ID, checked(build))).toEqual([]);
  });

  test('a queue with the name of one in another account', () => {
    const found = of(ID, checkedApp(app => {
      const queue = new sqs.Queue(new Stack(app, 'Home', { env: ENV }), 'Queue', { queueName: 'failed' });
      const other = new Stack(app, 'S', { env: { ...ENV, account: '210987654321' } });
      alarm(other, metric({ QueueName: queue.queueName }, { namespace: 'AWS/SQS', metricName: 'ApproximateNumberOfMessagesVisible' }));
    }));
    expect(found).toEqual([]);
  });

  test('a function of another account that the metric names', () => {
    const found = of(ID, checkedApp(app => {
      const home = new Stack(app, 'Home', { env: ENV });
      const fn = functionIn(home, 'Fn', { functionName: 'orders' });
      alarm(new Stack(app, 'S', { env: { ...ENV, account: '210987654321' } }), on(fn, { account: ENV.account }));
    }));
    expect(found).toEqual([]);
  });
});

function rule(stack: Stack, eventBus?: events.EventBus): events.Rule {
  return new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, eventBus, targets: [{ bind: () => ({ arn: functionIn(stack, 'Target').functionArn }) }] });
}
