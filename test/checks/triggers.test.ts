import { arnOf, AT_DEPLOY, FN, knownTarget, MAYBE } from './small-templates';
import { Triggers } from '../../lib/checks/triggers';
import { resource, resources } from '../topology/templates';

const STORES = {
  Topic: resource('SNS::Topic'),
  Bucket: resource('S3::Bucket'),
  Queue: resource('SQS::Queue'),
  Bus: resource('Events::EventBus', { Name: 'b' }),
};
const DECLARED = { Fn: FN, Next: FN, ...STORES };
const TOPIC = { Ref: 'Topic' };
const maybe = { Condition: 'Maybe' };

/** Which resources make `Fn` run for a record of `Fn` that goes somewhere. */
function invokers(to: unknown, declared: Record<string, unknown>, side: 'onSuccess' | 'onFailure' = 'onFailure'): string[] {
  const topology = resources({ ...DECLARED, ...declared }, MAYBE);
  const source = topology.functions.get('S.Fn')!.target;
  return new Triggers(topology).invocationsBy(knownTarget(to, STORES), side, source).map(({ over }) => over.map(({ logicalId }) => logicalId).join(' and '));
}

describe('a record in a topic', () => {
  const subscribed = (properties: object = {}, rest: Record<string, unknown> = {}) =>
    resource('SNS::Subscription', { TopicArn: TOPIC, Protocol: 'lambda', Endpoint: arnOf('Next'), ...properties }, rest);

  test.each<[string, unknown, string[]]>([
    ['invokes who is subscribed', subscribed(), ['S1']],
    ['invokes nobody for certain who filters', subscribed({ FilterPolicy: { shop: ['x'] } }), []],
    ['invokes nobody for certain by a subscription that may not be there', subscribed({}, maybe), []],
    ['invokes nobody who is subscribed to another topic', subscribed({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:other' }), []],
    ['invokes nobody for certain who is subscribed to something unknown', subscribed({ TopicArn: AT_DEPLOY }), []],
    ['invokes nobody by a subscription of a queue', subscribed({ Protocol: 'sqs', Endpoint: arnOf('Queue') }), []],
  ])('%s', (_, subscription, logicalIds) => {
    expect(invokers(TOPIC, { S1: subscription })).toEqual(logicalIds);
  });
});

test('a record in a bucket invokes who is notified of it', () => {
  const LambdaConfigurations = [{ Event: 's3:ObjectCreated:*', Function: arnOf('Next') }];

  expect(invokers(arnOf('Bucket'), { Bucket: resource('S3::Bucket', { NotificationConfiguration: { LambdaConfigurations } }) })).toEqual(['Bucket']);
});

describe('a record on an event bus', () => {
  const BUS = arnOf('Bus');
  const failures = { 'source': ['lambda'], 'detail-type': ['Lambda Function Invocation Result - Failure'] };
  const ofFn = { 'Fn::Sub': '${Fn.Arn}:$LATEST' };
  const rule = (EventPattern: unknown, properties: object = {}, rest: Record<string, unknown> = {}) =>
    resource('Events::Rule', { EventBusName: { Ref: 'Bus' }, EventPattern, Targets: [{ Arn: arnOf('Next') }], ...properties }, rest);

  test.each<[string, unknown, string[]]>([
    ['invokes by a rule for all failures', rule(failures), ['Rule']],
    ['invokes by a rule for those of its function', rule({ ...failures, resources: [ofFn] }), ['Rule']],
    ['invokes by a rule that matches everything', rule({}), ['Rule']],
    ['invokes by a rule for several sources', rule({ source: ['shop', 'lambda'] }), ['Rule']],
    ['does not by a rule for other sources', rule({ source: ['shop'] }), []],
    ['does not by a rule for successes', rule({ 'detail-type': ['Lambda Function Invocation Result - Success'] }), []],
    ['does not by a rule for another function', rule({ resources: [{ 'Fn::Sub': '${Next.Arn}:$LATEST' }] }), []],
    ['does not by a rule for another qualifier', rule({ resources: [{ 'Fn::Sub': '${Fn.Arn}:live' }] }), []],
    ['does not by a rule for functions without a qualifier, as no record names them', rule({ resources: [arnOf('Fn')] }), []],
    ['does not by a rule on another bus', rule(failures, { EventBusName: 'default' }), []],
    ['does not by a schedule', rule(undefined, { ScheduleExpression: 'rate(1 hour)' }), []],
    ['does not by a rule that is off', rule(failures, { State: 'DISABLED' }), []],
    ['does not for certain by a rule that may be off', rule(failures, { State: AT_DEPLOY }), []],
    ['does not for certain by a rule that may not be there', rule(failures, {}, maybe), []],
    ['does not for certain by a rule that looks at more', rule({ ...failures, detail: { requestContext: { condition: ['RetriesExhausted'] } } }), []],
    ['does not for certain by a rule whose source is unknown', rule({ source: [AT_DEPLOY] }), []],
    ['does not for certain by a rule that compares otherwise', rule({ source: [{ prefix: 'lam' }] }), []],
    ['does not for certain by a rule whose pattern is unknown', rule({ 'Fn::If': ['Maybe', failures, {}] }), []],
    ['does not for certain by a rule of which nothing is known', rule(AT_DEPLOY), []],
  ])('%s', (_, declared, logicalIds) => {
    expect(invokers(BUS, { Rule: declared })).toEqual(logicalIds);
  });

  test('invokes by a rule of a bus that is named', () => {
    expect(invokers('arn:aws:events:eu-west-1:123456789012:event-bus/b', { Rule: rule(failures, { EventBusName: 'b' }) })).toEqual(['Rule']);
    expect(invokers(BUS, { Rule: rule(failures, { EventBusName: 'b' }) })).toEqual(['Rule']);
  });

  test('invokes by a rule for successes when it is one', () => {
    expect(invokers(BUS, { Rule: rule({ 'detail-type': ['Lambda Function Invocation Result - Success'] }) }, 'onSuccess')).toEqual(['Rule']);
  });
});

test('a record of a function in another function invokes nobody else', () => {
  expect(invokers('arn:aws:lambda:eu-west-1:123456789012:function:x', {})).toEqual([]);
});

describe('a record in a queue', () => {
  const pipe = (properties: object = {}) => resource('Pipes::Pipe', {
    Source: arnOf('Queue'), Target: arnOf('Next'), TargetParameters: { LambdaFunctionParameters: { InvocationType: 'FIRE_AND_FORGET' } }, ...properties,
  });

  test.each<[string, unknown, string[]]>([
    ['invokes by a pipe', pipe(), ['Pipe']],
    ['invokes nobody for certain by a pipe that filters', pipe({ SourceParameters: { FilterCriteria: { Filters: [] } } }), []],
    ['invokes nobody by a pipe that is stopped', pipe({ DesiredState: 'STOPPED' }), []],
  ])('%s', (_, declared, logicalIds) => {
    expect(invokers(arnOf('Queue'), { Pipe: declared })).toEqual(logicalIds);
  });
});

describe('a queue', () => {
  const reader = (properties: object = {}, rest: Record<string, unknown> = {}) =>
    resource('Lambda::EventSourceMapping', { EventSourceArn: arnOf('Queue'), FunctionName: { Ref: 'Next' }, ...properties }, rest);

  test.each<[string, unknown, string[]]>([
    ['is read by an event source mapping', reader(), ['Reader']],
    ['is read by one that is switched on', reader({ Enabled: true }), ['Reader']],
    ['is not read by one that is off', reader({ Enabled: false }), []],
    ['is not read by one of another queue', reader({ EventSourceArn: 'arn:aws:sqs:eu-west-1:123456789012:other' }), []],
    ['is not for certain read whole by one that filters', reader({ FilterCriteria: { Filters: [{ Pattern: '{}' }] } }), []],
    ['is not for certain read by one that may be off', reader({ Enabled: AT_DEPLOY }), []],
    ['is not for certain read by one that may not be there', reader({}, maybe), []],
    ['is not for certain read by one of an unknown queue', reader({ EventSourceArn: AT_DEPLOY }), []],
  ])('%s', (_, declared, logicalIds) => {
    const topology = resources({ ...DECLARED, Reader: declared }, MAYBE);
    const triggers = new Triggers(topology);
    const source = topology.functions.get('S.Fn')!.target;

    expect(triggers.readersOf(knownTarget(arnOf('Queue'), STORES), 'onFailure', source).map(({ last }) => last.logicalId)).toEqual(logicalIds);
  });
});

describe('a record that is passed on', () => {
  const BUS = arnOf('Bus');
  const invoked = { Then: resource('SNS::Subscription', { TopicArn: TOPIC, Protocol: 'lambda', Endpoint: arnOf('Next') }) };
  const toTopic = (EventPattern: unknown) => resource('Events::Rule', { EventBusName: { Ref: 'Bus' }, EventPattern, Targets: [{ Arn: TOPIC }] });

  test.each<[string, unknown, Record<string, unknown>, string[]]>([
    ['from a bus to a topic invokes who is subscribed', BUS, { ...invoked, First: toTopic({ source: ['lambda'] }) }, ['First and Then']],
    ['by a rule for other events invokes nobody', BUS, { ...invoked, First: toTopic({ source: ['shop'] }) }, []],
    ['by a rule that is off invokes nobody', BUS, { ...invoked, First: resource('Events::Rule', { EventBusName: { Ref: 'Bus' }, EventPattern: {}, State: 'DISABLED', Targets: [{ Arn: TOPIC }] }) }, []],
    ['from a bucket to a topic invokes who is subscribed', arnOf('Bucket'), {
      ...invoked,
      Bucket: resource('S3::Bucket', { NotificationConfiguration: { TopicConfigurations: [{ Event: 's3:ObjectCreated:*', Topic: TOPIC }] } }),
    }, ['Bucket and Then']],
    ['from a queue over a pipe to a topic invokes who is subscribed', arnOf('Queue'), {
      ...invoked, First: resource('Pipes::Pipe', { Source: arnOf('Queue'), Target: TOPIC }),
    }, ['First and Then']],
    ['over a pipe to a bus is another event', arnOf('Queue'), {
      First: resource('Pipes::Pipe', { Source: arnOf('Queue'), Target: BUS }),
      Then: resource('Events::Rule', { EventBusName: { Ref: 'Bus' }, EventPattern: { source: ['lambda'] }, Targets: [{ Arn: arnOf('Next') }] }),
    }, []],
    ['from bus to bus stays the same event', BUS, {
      Other: resource('Events::EventBus', { Name: 'other' }),
      First: resource('Events::Rule', { EventBusName: { Ref: 'Bus' }, EventPattern: { source: ['lambda'] }, Targets: [{ Arn: arnOf('Other') }] }),
      Then: resource('Events::Rule', { EventBusName: { Ref: 'Other' }, EventPattern: { source: ['lambda'] }, Targets: [{ Arn: arnOf('Next') }] }),
    }, ['First and Then']],
    ['in a circle ends', TOPIC, {
      First: resource('SNS::Subscription', { TopicArn: TOPIC, Protocol: 'sqs', Endpoint: arnOf('Queue') }),
      Back: resource('Pipes::Pipe', { Source: arnOf('Queue'), Target: TOPIC }),
    }, []],
  ])('%s', (_, to, declared, ways) => {
    expect(invokers(to, declared)).toEqual(ways);
  });

  describe('from a bucket to EventBridge', () => {
    const bucket = (EventBridgeConfiguration: unknown) => resource('S3::Bucket', { BucketName: 'keep', NotificationConfiguration: { EventBridgeConfiguration } });
    const created = resource('Events::Rule', { EventPattern: { 'source': ['aws.s3'], 'detail-type': ['Object Created'] }, Targets: [{ Arn: arnOf('Next') }] });

    test.each<[string, unknown, string[]]>([
      ['invokes by a rule for new objects', { EventBridgeEnabled: true }, ['Bucket and Rule']],
      ['invokes by a rule where EventBridge is on by default', {}, ['Bucket and Rule']],
      ['invokes nobody where it is off', { EventBridgeEnabled: false }, []],
      ['invokes nobody for certain where that is unknown', { EventBridgeEnabled: AT_DEPLOY }, []],
      ['invokes nobody for certain where all is unknown', AT_DEPLOY, []],
      ['invokes nobody where nothing switches it on', undefined, []],
    ])('%s', (_, configuration, ways) => {
      expect(invokers(arnOf('Bucket'), { Bucket: bucket(configuration), Rule: created })).toEqual(ways);
    });
  });
});
