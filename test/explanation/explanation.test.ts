import { explanation, type Explanation } from '../../lib/explanation/explanation';
import { arnOf, AT_DEPLOY, config, FN, MAYBE, sending } from '../checks/small-templates';
import { resource, resources } from '../topology/templates';

function explained(declared: Record<string, unknown>, key = 'S.Fn:$LATEST'): Explanation {
  const topology = resources({ Fn: FN, ...declared }, MAYBE);
  return explanation(topology, topology.qualifiedFunctions.get(key)!);
}

const UNKNOWN = { unknown: '`Fn::Base64` is known at deploy time only' };
const fn = (properties: object) => resource('Lambda::Function', properties);
const once = (run: number) => ({ attempts: [{ at: 0, failsAt: run }], endsAt: run, condition: 'RetriesExhausted' });

test('explains a function without a config by the defaults of Lambda', () => {
  expect(explained({})).toEqual({
    function: 'S.Fn',
    qualifier: '$LATEST',
    callers: [],
    consumers: [],
    configs: [],
    configuredElsewhere: [],
    retryAttempts: 2,
    maxEventAge: 21600,
    timeout: 3,
    durable: false,
    declined: [],
    failsAtOnce: {
      attempts: [{ at: 0, failsAt: 0, wait: 60 }, { at: 60, failsAt: 60, wait: 120 }, { at: 180, failsAt: 180 }],
      endsAt: 180,
      condition: 'RetriesExhausted',
    },
    timesOut: {
      attempts: [{ at: 0, failsAt: 3, wait: 60 }, { at: 63, failsAt: 66, wait: 120 }, { at: 186, failsAt: 189 }],
      endsAt: 189,
      condition: 'RetriesExhausted',
    },
    longest: 21603,
    lost: 'the whole event: nothing stores it',
  });
});

test('explains a function with a config by its settings', () => {
  expect(explained({
    Fn: fn({ Timeout: 30 }),
    Queue: resource('SQS::Queue'),
    Topic: resource('SNS::Topic'),
    Config: sending(arnOf('Queue'), { Ref: 'Topic' }, { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 }),
  })).toEqual({
    function: 'S.Fn',
    qualifier: '$LATEST',
    callers: [],
    consumers: [],
    configs: ['S.Config'],
    configuredElsewhere: [],
    retryAttempts: 0,
    maxEventAge: 60,
    timeout: 30,
    durable: false,
    onSuccess: 'topic S.Topic',
    onFailure: 'queue S.Queue',
    declined: [],
    failsAtOnce: once(0),
    timesOut: once(30),
    longest: 90,
    lost: 'nothing, as long as the delivery succeeds',
  });
});

describe('for a durable function', () => {
  const undocumented = { unknown: 'it is not documented for durable functions' };

  test('the life of its events is unknown, even without concurrency', () => {
    expect(explained({ Fn: fn({ DurableConfig: { ExecutionTimeout: 3600 }, ReservedConcurrentExecutions: 0 }) })).toEqual({
      function: 'S.Fn',
      qualifier: '$LATEST',
      callers: [],
      consumers: [],
      configs: [],
      configuredElsewhere: [],
      retryAttempts: undocumented,
      maxEventAge: undocumented,
      timeout: 3,
      declined: [],
      durable: true,
      lost: 'unknown, because it is not documented for durable functions',
    });
  });

  test('the dead-letter queue is known', () => {
    expect(explained({
      Fn: fn({ DurableConfig: { ExecutionTimeout: 3600 }, DeadLetterConfig: { TargetArn: arnOf('Queue') } }),
      Queue: resource('SQS::Queue'),
    })).toMatchObject({
      deadLetterQueue: 'queue S.Queue',
      lost: 'the response, and the reason except for an error code and message: a dead-letter queue gets only the event',
    });
  });
});

test('distinguishes a declined destination from a missing one', () => {
  expect(explained({ Config: sending('') })).toMatchObject({ onFailure: undefined, declined: ['onFailure'] });
});

describe('the life of an event', () => {
  test.each<[string, Record<string, unknown>, Partial<Explanation>]>([
    ['is unknown where the retries are', { Config: config({ Ref: 'Fn' }, { MaximumRetryAttempts: AT_DEPLOY }) }, {
      retryAttempts: UNKNOWN, failsAtOnce: undefined, timesOut: undefined, longest: 21603,
    }],
    ['is unknown where the age is, and how long it lasts', { Config: config({ Ref: 'Fn' }, { MaximumEventAgeInSeconds: AT_DEPLOY }) }, {
      maxEventAge: UNKNOWN, failsAtOnce: undefined, timesOut: undefined, longest: undefined,
    }],
    ['is unknown only for timeouts where the timeout is', {
      Fn: fn({ Timeout: AT_DEPLOY }), Config: config({ Ref: 'Fn' }, { MaximumRetryAttempts: 0 }),
    }, {
      timeout: UNKNOWN, failsAtOnce: once(0) as Explanation['failsAtOnce'], timesOut: undefined, longest: undefined,
    }],
    ['is over at once where the function may not run, whatever else is unknown', {
      Fn: fn({ Timeout: AT_DEPLOY, ReservedConcurrentExecutions: 0 }),
    }, {
      failsAtOnce: { attempts: [], endsAt: 0, condition: 'ZeroReservedConcurrency' },
      timesOut: { attempts: [], endsAt: 0, condition: 'ZeroReservedConcurrency' },
      longest: 0,
    }],
    ['is the usual one where nobody knows whether it may run', { Fn: fn({ ReservedConcurrentExecutions: AT_DEPLOY }) }, { longest: 21603 }],
    ['is unknown where several configs overwrite each other', { A: config({ Ref: 'Fn' }), B: config({ Ref: 'Fn' }) }, {
      configs: ['S.A', 'S.B'], retryAttempts: { unknown: 'several configs overwrite each other' }, failsAtOnce: undefined, longest: undefined,
    }],
  ])('%s', (_, declared, expected) => {
    expect(explained(declared)).toMatchObject(expected);
  });

  test('is unknown if the app does not declare the function', () => {
    const orders = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
    const { timeout, timesOut, longest } = explained({ Config: config(orders) }, `${orders}:$LATEST`);

    expect({ timeout, timesOut, longest }).toEqual({ timeout: { unknown: 'the app does not declare the function' } });
  });
});

describe('the loss', () => {
  const queue = (properties: object) => ({ Queue: resource('SQS::Queue', properties), Config: sending(arnOf('Queue')) });
  const dead = (TargetArn: unknown) => ({ Fn: fn({ DeadLetterConfig: { TargetArn } }) });

  test.each<[string, Record<string, unknown>, string]>([
    ['is nothing with a queue that takes every record', queue({}), 'nothing, as long as the delivery succeeds'],
    ['is nothing with a queue that takes a record of 1 MiB', queue({ MaximumMessageSize: 1048576 }), 'nothing, as long as the delivery succeeds'],
    ['are records that are too large for the queue', queue({ MaximumMessageSize: 1024 }),
      'records of more than 1024 bytes: the queue refuses them'],
    ['is not said to be anything where the size is unknown', queue({ MaximumMessageSize: AT_DEPLOY }),
      'nothing, as long as the delivery succeeds'],
    ['is unknown where the destination is', { Config: sending(AT_DEPLOY) }, `unknown, because ${UNKNOWN.unknown}`],
    ['is the response with a dead-letter queue', dead('arn:aws:sqs:eu-west-1:123456789012:dead'),
      'the response, and the reason except for an error code and message: a dead-letter queue gets only the event'],
    ['is unknown where the dead-letter queue is', dead(AT_DEPLOY), `unknown, because ${UNKNOWN.unknown}`],
    ['is the whole event where success alone is stored', { Config: sending('', 'arn:aws:sqs:eu-west-1:123456789012:done') },
      'the whole event: nothing stores it'],
    ['is unknown where the config may not be there', { Queue: resource('SQS::Queue'), Config: { ...sending(arnOf('Queue')), Condition: 'Maybe' } },
      'unknown, because condition `Maybe` is known at deploy time only'],
  ])('%s', (_, declared, lost) => {
    expect(explained(declared).lost).toBe(lost);
  });
});

describe('the callers', () => {
  const rule = (properties: object) => resource('Events::Rule', { Targets: [{ Arn: arnOf('Fn') }], ...properties });

  test.each<[string, unknown, object]>([
    ['are told with what the event comes from', rule({ EventPattern: { source: ['shop'] } }), { from: 'bus default' }],
    ['are told without it where there is nothing', rule({ ScheduleExpression: 'rate(1 hour)' }), {}],
    ['are told when they are switched off', rule({ ScheduleExpression: 'rate(1 hour)', State: 'DISABLED' }), { enabled: false }],
    ['are told when that is unknown', rule({ ScheduleExpression: 'rate(1 hour)', State: AT_DEPLOY }), { enabled: UNKNOWN }],
  ])('%s', (_, declared, more) => {
    expect(explained({ Rule: declared }).callers).toEqual([{ kind: 'event-rule', by: 'S.Rule', property: 'Targets[0].Arn', sender: { retryAttempts: 185, maxEventAge: 86_400 }, ...more }]);
  });
});

describe('the longest time with the callers', () => {
  const rule = (target: object) => resource('Events::Rule', { ScheduleExpression: 'rate(1 hour)', ...target });
  const target = (RetryPolicy?: object) => ({ Targets: [{ Arn: arnOf('Fn'), RetryPolicy }] });
  const byBucket = resource('S3::Bucket', { NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: arnOf('Fn') }] } });

  test.each<[string, Record<string, unknown>, number | undefined]>([
    ['has the age at the rule', { Rule: rule(target()) }, 86_400 + 21_603],
    ['has the age that the rule sets', { Rule: rule(target({ MaximumEventAgeInSeconds: 60 })) }, 60 + 21_603],
    ['has the age at the slowest caller', { Rule: rule(target()), Other: rule(target({ MaximumEventAgeInSeconds: 60 })) }, 86_400 + 21_603],
    ['leaves out a caller that is switched off', { Rule: rule({ ...target(), State: 'DISABLED' }), Other: rule(target({ MaximumEventAgeInSeconds: 60 })) }, 60 + 21_603],
    ['is unknown with an unknown age', { Rule: rule(target({ MaximumEventAgeInSeconds: AT_DEPLOY })) }, undefined],
    ['is unknown where no page states how long the caller retries', { Bucket: byBucket }, undefined],
    ['is unknown without a caller', {}, undefined],
  ])('%s', (_, declared, seconds) => {
    expect(explained(declared).longestWithCallers).toBe(seconds);
  });
});

describe('CloudFormation', () => {
  const custom = (ServiceToken: unknown) => ({ Type: 'Custom::Thing', Properties: { ServiceToken } });
  const byCloudFormation = { kind: 'custom-resource', by: 'S.Custom', property: 'ServiceToken' };

  test('calls a function for a custom resource, so that a loss fails the deployment', () => {
    expect(explained({ Custom: custom(arnOf('Fn')) })).toMatchObject({
      callers: [byCloudFormation], lost: 'nothing without notice: the deployment fails, because CloudFormation gets no answer',
    });
  });

  test('is listed beside others, for which a loss is silent', () => {
    const Rule = resource('Events::Rule', { ScheduleExpression: 'rate(1 hour)', Targets: [{ Arn: arnOf('Fn') }] });

    expect(explained({ Custom: custom(arnOf('Fn')), Rule })).toMatchObject({
      callers: [{ kind: 'event-rule' }, byCloudFormation], lost: 'the whole event: nothing stores it',
    });
  });

  test.each([
    ['another function', arnOf('Other')],
    ['another qualifier', { 'Fn::Sub': '${Fn.Arn}:live' }],
    ['something unknown', AT_DEPLOY],
  ])('is not listed if it calls %s', (_, serviceToken) => {
    expect(explained({ Other: FN, Custom: custom(serviceToken) }).callers).toEqual([]);
  });
});

describe('the config of another qualifier', () => {
  const live = config({ Ref: 'Fn' }, { Qualifier: 'live' });

  test('is mentioned without a config for this one', () => {
    expect(explained({ Live: live }).configuredElsewhere).toEqual(['live']);
  });

  test('is not mentioned with a config for this one', () => {
    expect(explained({ Live: live, Latest: config({ Ref: 'Fn' }) }).configuredElsewhere).toEqual([]);
  });

  test('is not mentioned for other functions', () => {
    expect(explained({ Other: FN, Config: config({ Ref: 'Other' }) }).configuredElsewhere).toEqual([]);
  });
});
