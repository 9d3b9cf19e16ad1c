import { arnOf, AT_DEPLOY, FN, knownTarget } from './small-templates';
import { differ, elsewhere, isFifo, isNoneOf } from '../../lib/checks/target-kinds';
import type { DestinationKind } from '../../lib/constraints/aws-lambda/destination';
import { literal, type Text } from '../../lib/topology';
import { resource, resources } from '../topology/templates';

const DECLARED = {
  Queue: resource('SQS::Queue'),
  Fifo: resource('SQS::Queue', { FifoQueue: true }),
  Open: resource('SQS::Queue', { FifoQueue: AT_DEPLOY }),
  Topic: resource('SNS::Topic', { FifoTopic: true }),
  Stream: resource('Kinesis::Stream'),
  Thing: { Type: 'Custom::Thing' },
};
const target = (arn: unknown) => knownTarget(arn, DECLARED);
const arn = (end: string) => `arn:aws:${end}`;

describe('a FIFO queue', () => {
  test.each<[string, unknown, boolean]>([
    ['is one that is declared so', arnOf('Fifo'), true],
    ['is one that is named so', arn('sqs:eu-west-1:123456789012:orders.fifo'), true],
    ['is none that is declared otherwise', arnOf('Queue'), false],
    ['is no FIFO topic', { Ref: 'Topic' }, false],
    ['is none of which that is unknown', arnOf('Open'), false],
    ['is none whose name is unknown', { 'Fn::Sub': 'arn:aws:sqs:eu-west-1:123456789012:${Thing.Name}' }, false],
  ])('%s', (_, to, fifo) => {
    expect(isFifo(target(to), 'queue')).toBe(fifo);
  });

  test('is no FIFO topic, and a FIFO topic is one', () => {
    expect([arnOf('Fifo'), { Ref: 'Topic' }].map(to => isFifo(target(to), 'topic'))).toEqual([false, true]);
  });
});

describe('a target is certainly no queue and no bucket', () => {
  test.each<[string, unknown, boolean]>([
    ['when it is a topic', { Ref: 'Topic' }, true],
    ['when it is a stream, whatever its name', arnOf('Stream'), true],
    ['when it is a stream whose name is unknown', { 'Fn::Sub': 'arn:aws:kinesis:eu-west-1:123456789012:stream/${Thing.Name}' }, true],
    ['when all of its ARN is written out and fits none', arn('sqs:eu-west-1:123456789012:a:b'), true],
    ['and not when it is a queue', arnOf('Queue'), false],
    ['and not when it is a bucket', arn('s3:::photos'), false],
    ['and not when a part of its ARN may make it a queue', { 'Fn::Sub': 'arn:aws:sqs:eu-west-1:123456789012:a:${Thing.Name}' }, false],
    ['and not when it is an access point, of which nothing is documented', arn('s3:eu-west-1:123456789012:accesspoint/photos'), false],
    ['and not when it is an access point of another kind', arn('s3-object-lambda:eu-west-1:123456789012:accesspoint/photos'), false],
  ])('%s', (_, to, none) => {
    const kinds: DestinationKind[] = ['queue', 'bucket'];
    expect(isNoneOf(target(to), kinds)).toBe(none);
  });
});

describe('from a function in eu-west-1, a target', () => {
  const { target: home } = resources({ Fn: FN }).functions.get('S.Fn')!;

  test.each<[string, unknown, string | undefined]>([
    ['is elsewhere in another Region', arn('sqs:us-east-1:123456789012:failed'), 'us-east-1'],
    ['is elsewhere in another partition, whatever the Region', 'arn:aws-cn:sqs:eu-west-1:123456789012:failed', 'partition aws-cn'],
    ['is not elsewhere in the same Region', arn('sqs:eu-west-1:123456789012:failed'), undefined],
    ['is not elsewhere in another account', arn('sqs:eu-west-1:210987654321:failed'), undefined],
    ['is not elsewhere as a bucket, whose ARN tells no Region', arn('s3:::photos'), undefined],
    ['is not elsewhere in a Region that is unknown', { 'Fn::Sub': 'arn:aws:sqs:${Thing.Region}:123456789012:failed' }, undefined],
    ['is not elsewhere in a partition that is unknown', { 'Fn::Sub': 'arn:${Thing.Partition}:sqs:eu-west-1:123456789012:failed' }, undefined],
    ['is not elsewhere as a topic of Kafka, which has no place', 'kafka://failed', undefined],
  ])('%s', (_, to, place) => {
    expect(elsewhere(target(to), { ...home, partition: literal('aws') })).toBe(place);
  });

  test('is not elsewhere if the place of the function is unknown', () => {
    const somewhere = resources({ Fn: FN }, {}, 'aws://unknown-account/unknown-region').functions.get('S.Fn')!.target;

    expect(elsewhere(target(arn('sqs:us-east-1:123456789012:failed')), somewhere)).toBeUndefined();
  });
});

describe('texts differ', () => {
  const unknown: Text = { kind: 'unknown', reason: 'tested' };
  const reference: Text = { kind: 'reference', resource: 'S.Thing', attribute: 'Name' };

  test.each<[string, Text, Text, boolean]>([
    ['when both are known and not the same', literal('a'), literal('b'), true],
    ['and not when they are the same', literal('a'), literal('a'), false],
    ['and not when one is unknown', literal('a'), unknown, false],
    ['and not when the other is', unknown, literal('a'), false],
    ['and not when one is a reference', reference, literal('a'), false],
  ])('%s', (_, one, other, different) => {
    expect(differ(one, other)).toBe(different);
  });
});
