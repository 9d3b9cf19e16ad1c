import { arnOf, AT_DEPLOY, FN } from './small-templates';
import { matches, sideOf, type BusEvent } from '../../lib/checks/bus-events';
import type { Topology } from '../../lib/topology';
import { resource, resources } from '../topology/templates';

test.each([
  ['Lambda Function Invocation Result - Failure', 'onFailure'],
  ['Lambda Function Invocation Result - Success', 'onSuccess'],
  ['Order placed', undefined],
  [undefined, undefined],
])('the detail type %p is about %p', (detailType, side) => {
  expect(sideOf(detailType)).toBe(side);
});

describe('a pattern about new objects', () => {
  const created = { 'source': ['aws.s3'], 'detail-type': ['Object Created'] };
  const ofBucket = (...name: unknown[]) => ({ detail: { bucket: { name } } });

  test.each<[string, unknown, boolean]>([
    ['matches those of every bucket', created, true],
    ['matches those of its bucket, by reference', { ...created, ...ofBucket({ Ref: 'Keep' }) }, true],
    ['matches those of its bucket, by name', { ...created, ...ofBucket('photos', 'keep') }, true],
    ['matches those of its bucket, by ARN', { ...created, resources: [arnOf('Keep')] }, true],
    ['matches everything', {}, true],
    ['does not match those of another bucket', { ...created, ...ofBucket('photos') }, false],
    ['does not match for certain by an unknown name', { ...created, ...ofBucket(AT_DEPLOY) }, false],
    ['does not match for certain by a prefix of the name', { ...created, ...ofBucket({ prefix: 'ke' }) }, false],
    ['does not match for certain if the key counts, too', { ...created, detail: { bucket: { name: ['keep'] }, object: { key: [{ prefix: 'x/' }] } } }, false],
    ['does not match for certain if the key alone counts', { ...created, detail: { object: { key: [{ prefix: 'x/' }] } } }, false],
    ['does not match deletions', { 'detail-type': ['Object Deleted'] }, false],
    ['does not match records of functions', { source: ['lambda'] }, false],
  ])('%s', (_, EventPattern, expected) => {
    const topology = app(EventPattern);

    expect(matches(topology, topology.invocations[0].eventPattern!, objectIn(topology))).toBe(expected);
  });

  test('does not match records of functions by the name of a bucket', () => {
    const topology = app(ofBucket('keep'));
    const record: BusEvent = { side: 'onFailure', source: topology.functions.get('S.Fn')!.target };

    expect(matches(topology, topology.invocations[0].eventPattern!, record)).toBe(false);
  });
});

function app(EventPattern: unknown): Topology {
  return resources({
    Fn: FN,
    Keep: resource('S3::Bucket', { BucketName: 'keep', NotificationConfiguration: { EventBridgeConfiguration: {} } }),
    Rule: resource('Events::Rule', { EventPattern, Targets: [{ Arn: arnOf('Fn') }] }),
  });
}

function objectIn({ deliveries }: Topology): BusEvent {
  const [{ from }] = deliveries;
  if (from === undefined || from.kind === 'unknown') {
    throw new Error('expected a bucket');
  }
  return { bucket: from };
}
