import { Duration, Stack, aws_events as events, aws_lambda as lambda, aws_lambda_destinations as destinations, aws_s3 as s3, aws_sns as sns } from 'aws-cdk-lib';
import { literal, unknown } from '../../../lib/topology/values/value';
import { functionIn, stackOf, synthesized } from '../synthesized';
import { resource, resources } from '../templates';

test('reads configs of aws-cdk-lib, on the function and on an alias', () => {
  const { configs } = stackOf(stack => {
    const fn = functionIn(stack, 'Fn');
    fn.configureAsyncInvoke({
      maxEventAge: Duration.hours(1),
      retryAttempts: 0,
      onSuccess: new destinations.EventBridgeDestination(),
      onFailure: new destinations.S3Destination(new s3.Bucket(stack, 'Bucket')),
    });
    new lambda.Alias(stack, 'Live', {
      aliasName: 'live',
      version: fn.currentVersion,
      onSuccess: new destinations.SnsDestination(new sns.Topic(stack, 'Topic', { fifo: true })),
      onFailure: new destinations.EventBridgeDestination(new events.EventBus(stack, 'Bus')),
    });
  });
  expect(configs).toMatchObject([
    {
      target: { resource: expect.stringMatching(/^S\.Fn/), qualifier: literal('$LATEST'), qualified: true },
      retryAttempts: literal(0),
      maxEventAge: literal(3600),
      onSuccess: { kind: 'bus', name: literal('default') },
      onFailure: { kind: 'bucket', resource: expect.stringMatching(/^S\.Bucket/) },
    },
    {
      target: { qualifier: literal('live') },
      onSuccess: { kind: 'topic', fifo: literal(true), resource: expect.stringMatching(/^S\.Topic/) },
      onFailure: { kind: 'bus', resource: expect.stringMatching(/^S\.Bus/) },
    },
  ]);
  expect(configs[1].retryAttempts).toBeUndefined();
});

test('reads the ARN of an imported function', () => {
  const { configs } = synthesized(app => {
    const stack = new Stack(app, 'S');
    lambda.Function.fromFunctionArn(stack, 'Fn', 'arn:aws:lambda:eu-west-1:123456789012:function:orders').configureAsyncInvoke({ retryAttempts: 1 });
  });
  expect(configs[0].target).toMatchObject({ kind: 'function', name: literal('orders'), resource: undefined });
});

test('gives all spellings of a target one key', () => {
  const spellings: Array<[unknown, unknown]> = [
    [{ Ref: 'Fn' }, 'live'],
    [{ 'Fn::GetAtt': ['Fn', 'Arn'] }, 'live'],
    ['orders', 'live'],
    ['orders:live', 'live'],
    ['arn:aws:lambda:eu-west-1:123456789012:function:orders', 'live'],
    ['123456789012:function:orders:live', 'live'],
    [{ Ref: 'Alias' }, { 'Fn::Select': [7, { 'Fn::Split': [':', { Ref: 'Alias' }] }] }],
    [{ 'Fn::Sub': '${Fn}:live' }, 'live'],
  ];
  const { configs } = resources({
    Fn: resource('Lambda::Function', { FunctionName: 'orders' }),
    Alias: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' }),
    ...Object.fromEntries(spellings.map(([FunctionName, Qualifier], i) => [`C${i}`, resource('Lambda::EventInvokeConfig', { FunctionName, Qualifier })])),
  });
  expect(configs.map(({ target }) => target.kind === 'function' && target.key)).toEqual(spellings.map(() => 'S.Fn:live'));
});

test('an empty destination is absent, and an unreadable one unknown', () => {
  const { configs: [config] } = resources({
    C: resource('Lambda::EventInvokeConfig', {
      FunctionName: 'orders:prod',
      Qualifier: 'live',
      DestinationConfig: { OnSuccess: { Destination: '' }, OnFailure: { Destination: { 'Fn::Base64': '' } } },
    }),
  });
  expect(config.onSuccess).toBeUndefined();
  expect(config.onFailure).toEqual(unknown('`Fn::Base64` is known at deploy time only'));
  expect(config.target).toEqual(unknown('it has two qualifiers: prod and live'));
});

test('an empty destination is declined, a missing one is not', () => {
  const { configs } = resources({
    Config: resource('Lambda::EventInvokeConfig', { FunctionName: 'orders', Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: '' } } }),
  });
  expect(configs).toMatchObject([{ onFailure: undefined, onSuccess: undefined, declined: ['onFailure'] }]);
});
