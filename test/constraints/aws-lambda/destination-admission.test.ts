import type { DestinationKind } from '../../../lib/constraints/aws-lambda/destination';
import { brokenRule, brokenRules, elsewhere, knownByArn, type ConfigSide, type KnownDestination } from '../../../lib/constraints/aws-lambda/destination-admission';
import { parseDestinationArn } from '../../../lib/constraints/aws-lambda/destination-arn';

const HERE = { partition: 'aws', region: 'eu-west-1' };

/** The ids of the rules that a destination breaks for a function in eu-west-1. */
function ids(destination: KnownDestination, side: ConfigSide = 'onFailure', sender = {}): string[] {
  return brokenRules(destination, side, { ...HERE, ...sender }).map(({ id }) => id);
}

describe.each<[DestinationKind, ConfigSide, boolean | undefined, string | undefined]>([
  ['queue', 'onFailure', false, undefined],
  ['queue', 'onFailure', undefined, undefined],
  ['queue', 'onFailure', true, 'FifoQueueDestination'],
  ['queue', 'onSuccess', false, undefined],
  ['queue', 'onSuccess', undefined, undefined],
  ['queue', 'onSuccess', true, 'FifoQueueDestination'],
  ['topic', 'onFailure', false, undefined],
  ['topic', 'onFailure', undefined, undefined],
  ['topic', 'onFailure', true, 'FifoTopicDestination'],
  ['topic', 'onSuccess', false, undefined],
  ['topic', 'onSuccess', undefined, undefined],
  ['topic', 'onSuccess', true, 'FifoTopicDestination'],
  ['bus', 'onFailure', false, undefined],
  ['bus', 'onSuccess', false, undefined],
  ['function', 'onFailure', false, undefined],
  ['function', 'onSuccess', false, undefined],
  ['bucket', 'onFailure', false, undefined],
  ['bucket', 'onSuccess', false, 'BucketOnSuccess'],
  ['bucket', 'onSuccess', undefined, 'BucketOnSuccess'],
])('%s, %s, FIFO: %p', (kind, side, fifo, id) => {
  test.each(['eu-west-1', '', undefined])(`in Region %p breaks ${id ?? 'no rule'}`, region => {
    expect(ids({ kind, fifo, region }, side)).toEqual(id === undefined ? [] : [id]);
  });

  test('in another Region breaks the rule about Regions, too', () => {
    expect(ids({ kind, fifo, region: 'us-east-1' }, side)).toEqual([...id === undefined ? [] : [id], 'DestinationInOtherRegion']);
  });
});

describe('a destination is refused', () => {
  test.each<[string, KnownDestination, string]>([
    ['if it has none of the kinds', { kind: 'other' }, 'UnsupportedDestination'],
    ['if it is the function itself', { kind: 'function', self: true }, 'SelfDestination'],
    ['if it is a durable function without a qualifier', { kind: 'function', unqualifiedDurable: true }, 'DurableFunctionUnqualified'],
    ['in another partition', { kind: 'queue', partition: 'aws-cn', region: '' }, 'DestinationInOtherRegion'],
  ])('%s, on both sides', (_, destination, id) => {
    expect([ids(destination), ids(destination, 'onSuccess')]).toEqual([[id], [id]]);
  });

  test('whatever it is, if the function is durable', () => {
    expect(ids({ kind: 'queue' }, 'onFailure', { durable: true })).toEqual(['DurableFunctionDestination']);
    expect(ids({}, 'onSuccess', { durable: true })).toEqual(['DurableFunctionDestination']);
  });

  test('first for the function, then for its kind, then for its place', () => {
    const destination: KnownDestination = { kind: 'queue', fifo: true, region: 'us-east-1' };

    expect(ids(destination, 'onFailure', { durable: true })).toEqual(['DurableFunctionDestination', 'FifoQueueDestination', 'DestinationInOtherRegion']);
    expect(brokenRule(destination, 'onFailure', HERE)?.id).toBe('FifoQueueDestination');
    expect(ids({ kind: 'function', self: true, unqualifiedDurable: true, partition: 'aws-cn' }))
      .toEqual(['DurableFunctionUnqualified', 'SelfDestination', 'DestinationInOtherRegion']);
  });
});

describe('an unknown fact refuses nothing', () => {
  test.each<[string, KnownDestination]>([
    ['a destination', {}],
    ['the kind of a FIFO destination', { fifo: true }],
    ['whether a function is the function itself', { kind: 'function' }],
    ['the Region', { kind: 'queue', fifo: false, partition: 'aws' }],
    ['the partition', { kind: 'queue', fifo: false, region: 'eu-west-1' }],
  ])('%s', (_, destination) => {
    expect([ids(destination), ids(destination, 'onSuccess')]).toEqual([[], []]);
  });

  test('the place of the function', () => {
    expect(brokenRules({ kind: 'queue', partition: 'aws-cn', region: 'cn-north-1' }, 'onFailure')).toEqual([]);
    expect(brokenRule({ kind: 'queue', region: 'us-east-1' }, 'onFailure')).toBeUndefined();
  });
});

describe('a place differs', () => {
  test.each([
    ['by its Region', { partition: 'aws', region: 'us-east-1' }, 'region'],
    ['by its partition, whatever the Region', { partition: 'aws-cn', region: 'cn-north-1' }, 'partition'],
    ['not without a Region', { partition: 'aws', region: '' }, undefined],
    ['not if it is unknown', {}, undefined],
    ['not if it is the same', HERE, undefined],
  ])('%s', (_, there, part) => {
    expect(elsewhere(there, HERE)).toBe(part);
  });
});

describe('the ARN of a destination of the function orders', () => {
  const SENDER = { name: 'orders', region: 'eu-west-1', account: '111111111111' };
  const known = (arn: string) => knownByArn(parseDestinationArn(arn), SENDER);

  test('tells kind, FIFO and place', () => {
    expect(known('arn:aws:sqs:us-east-1:111111111111:orders.fifo')).toEqual({ kind: 'queue', fifo: true, partition: 'aws', region: 'us-east-1', self: false });
    expect(known('arn:aws-cn:s3:::orders')).toEqual({ kind: 'bucket', fifo: false, partition: 'aws-cn', region: '', self: false });
  });

  test.each(['arn:aws:kinesis:eu-west-1:111111111111:stream/orders', 'kafka://orders', 'orders'])('%s has none of the kinds', arn => {
    expect(known(arn).kind).toBe('other');
  });

  test.each<[string, boolean]>([
    ['arn:aws:lambda:eu-west-1:111111111111:function:orders', true],
    ['arn:aws:lambda:eu-west-1:111111111111:function:orders:live', true],
    ['arn:aws:lambda:eu-west-1:111111111111:function:order', false],
    ['arn:aws:lambda:us-east-1:111111111111:function:orders', false],
    ['arn:aws:lambda:eu-west-1:222222222222:function:orders', false],
    ['arn:aws:lambda:::function:orders', false],
    ['arn:aws:sqs:eu-west-1:111111111111:orders', false],
    ['arn:aws:events:eu-west-1:111111111111:event-bus/sales:orders', false],
  ])('%s is the function itself: %p', (arn, self) => {
    expect(known(arn).self).toBe(self);
  });

  test('is compared by name alone if only that is given', () => {
    expect(knownByArn(parseDestinationArn('arn:aws:lambda:us-east-1::function:orders'), { name: 'orders' }).self).toBe(true);
    expect(knownByArn(parseDestinationArn('arn:aws:lambda:us-east-1::function:order'), { name: 'orders' }).self).toBe(false);
  });
});
