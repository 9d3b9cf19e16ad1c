import { Duration, aws_events as events, aws_events_targets as targets, aws_lambda as lambda, aws_lambda_destinations as destinations, aws_sqs as sqs } from 'aws-cdk-lib';
import { literal, rendered, unknown } from '../../../lib/topology/values/value';
import { functionIn, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

test('reads a rule with its retries, dead-letter queue and bus', () => {
  const { invocations } = stackOf(stack => {
    new events.Rule(stack, 'Rule', {
      eventBus: new events.EventBus(stack, 'Bus'),
      eventPattern: { source: ['shop'] },
      enabled: false,
      targets: [new targets.LambdaFunction(functionIn(stack, 'Fn'), {
        retryAttempts: 0, maxEventAge: Duration.minutes(5), deadLetterQueue: new sqs.Queue(stack, 'Lost'),
      })],
    });
  });
  expect(invocations).toMatchObject([{
    kind: 'event-rule',
    property: 'Targets[0].Arn',
    from: { kind: 'bus', resource: expect.stringMatching(/^S\.Bus/) },
    to: { kind: 'function', qualified: false },
    retryAttempts: literal(0),
    maxEventAge: literal(300),
    deadLetterQueue: { kind: 'queue' },
    enabled: literal(false),
    eventPattern: { source: [literal('shop')], detailType: undefined, resources: undefined },
  }]);
});

test('reads responseOnly of aws-cdk-lib as a rule that names the function and $LATEST', () => {
  const { invocations } = stackOf(stack => {
    const fn = functionIn(stack, 'Fn');
    new lambda.Alias(stack, 'Live', {
      aliasName: 'live', version: fn.currentVersion, onSuccess: new destinations.LambdaDestination(functionIn(stack, 'Next'), { responseOnly: true }),
    });
  });
  const [{ eventPattern, from }] = invocations;
  expect(eventPattern).toMatchObject({ source: [literal('lambda')], detailType: [literal('Lambda Function Invocation Result - Success')] });
  expect('resources' in eventPattern! && rendered(eventPattern.resources![0])).toMatch(/^arn:aws:lambda:eu-west-1:123456789012:function:\$\{S\.Fn\w+\.Name\}:\$LATEST$/);
  expect(from).toMatchObject({ kind: 'bus', name: literal('default') });
});

test('reads a scheduled rule without a bus', () => {
  const { invocations } = stackOf(stack => {
    new events.Rule(stack, 'Rule', { schedule: events.Schedule.rate(Duration.hours(1)), targets: [new targets.LambdaFunction(functionIn(stack, 'Fn'))] });
  });
  expect(invocations).toMatchObject([{ from: undefined, enabled: literal(true), eventPattern: undefined }]);
});

test.each([
  ['by ARN', 'arn:aws:events:eu-west-1:123456789012:event-bus/shop', { kind: 'bus', name: literal('shop') }],
  ['by name', 'shop', { kind: 'bus', name: literal('shop') }],
  ['by reference', { Ref: 'Bus' }, { kind: 'bus', resource: 'S.Bus' }],
  ['by the ARN of a reference', { 'Fn::GetAtt': ['Bus', 'Arn'] }, { kind: 'bus', resource: 'S.Bus' }],
  ['in vain', { 'Fn::Base64': '' }, unknown('`Fn::Base64` is known at deploy time only')],
])('a bus named %s', (_, EventBusName, expected) => {
  const { invocations: [{ from }] } = resources({
    Bus: resource('Events::EventBus', { Name: 'shop-bus' }),
    Rule: resource('Events::Rule', { EventBusName, EventPattern: {}, Targets: [{ Arn: 'arn:aws:lambda:eu-west-1:123456789012:function:orders' }] }),
  });
  expect(from).toMatchObject(expected);
});

test.each([
  [{ source: ['lambda'] }, false],
  [{ source: ['lambda'], detail: { requestContext: { condition: ['RetriesExhausted'] } } }, true],
])('the pattern %j has further conditions: %s', (EventPattern, more) => {
  const { invocations } = resources({
    Rule: resource('Events::Rule', { EventPattern, Targets: [{ Arn: 'arn:aws:lambda:eu-west-1:123456789012:function:orders' }] }),
  });
  expect(invocations).toMatchObject([{ eventPattern: { more } }]);
});
