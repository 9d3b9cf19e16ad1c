import type { AsyncInvokeConfigProperties } from '../../../lib/contract/async-invoke-config';
import type { CustomResourceRequest } from '../../../lib/contract/custom-resource';
import type { ConfigCloud, WantedConfig } from '../../../lib/handler/config/config-cloud';
import { parseConfigId, type Memory } from '../../../lib/handler/config/memory';
import { whatToLeave } from '../../../lib/handler/config/release';
import { physicalId } from '../../../lib/handler/physical-id/physical-id';
import { serverForEachTest } from '../loopback/server-for-each-test';
import { cloudFormationError, stackEvents, stackResources } from '../loopback/stack-answers';
import { TestDeployment } from '../test-deployment';

const STACK = 'arn:aws:cloudformation:us-east-1:123456789012:stack/s/1';
const TYPE = 'Custom::LambdaAsyncInvokeConfig';
const IDENTITY = '123456789012/us-east-1/orders:live';
const FOUND = { MaximumRetryAttempts: 1 };
const EARLIER = { MaximumRetryAttempts: 0 };

/** Time of mark `5`, and others around it. */
const AT = 5;

const cloudFormation = serverForEachTest('CLOUDFORMATION');
let deployment: TestDeployment;

beforeEach(() => {
  deployment = new TestDeployment();
});

type Cloud = ConfigCloud<WantedConfig, object>;
type OnDelete = AsyncInvokeConfigProperties['OnDelete'];

interface Case {
  readonly others?: Memory[];
  readonly isOurs?: boolean;
  readonly isHalfPut?: boolean;
  readonly replacesAtOnce?: boolean;

  /** Time of the last put; `null` if the service does not return it. */
  readonly lastModified?: number | null;
  readonly isThere?: boolean;
  readonly merge?: boolean;
  readonly ownId?: Memory;
}

/** What a resource leaves behind, beside others of its stack. */
async function left(kept: Memory, onDelete: OnDelete, { others = [], ownId, ...given }: Case = {}): Promise<unknown> {
  const { isOurs = true, isHalfPut = false, replacesAtOnce = true, lastModified = AT, isThere = true, merge } = given;
  const id = physicalId(IDENTITY, kept)!;
  const listed = [
    { logicalId: 'Config', physicalId: ownId ? physicalId(IDENTITY, ownId)! : id },
    ...others.map((other, index) => ({ logicalId: `Other${index}`, physicalId: physicalId(IDENTITY, other)! })),
  ];
  cloudFormation().script(({ body }) => body.includes('DescribeStackEvents') ? events : stackResources(listed));
  const request = { StackId: STACK, LogicalResourceId: 'Config', PhysicalResourceId: id } as CustomResourceRequest<object>;
  const cloud: Partial<Cloud> = { isAsWanted: () => isOurs, isHalfPut: () => isHalfPut, owned: () => ({}), replacesAtOnce };
  const live = isThere ? { settings: {}, ...lastModified !== null && { lastModified: new Date(lastModified) } } : undefined;
  return whatToLeave({ cloud: cloud as Cloud, wanted: { onDelete, merge }, request, deployment }, parseConfigId(id)!, live);
}

let events = cloudFormationError(403, 'AccessDenied');
const mark = (time: number) => time.toString(36).padStart(8, '0');
const ours: Memory = { mark: mark(AT), found: FOUND };
const reasons = () => deployment.logged('left').map(facts => facts?.reason);

test.each<[OnDelete, Memory, unknown]>([
  ['RESTORE', ours, FOUND],
  ['RESTORE', { ...ours, found: null }, null],
  ['RESTORE', { ...ours, original: EARLIER }, EARLIER],
  ['RESTORE', { ...ours, original: null }, null],
  ['DELETE', ours, null],
])('with %s, a resource that remembers %j leaves %j', async (onDelete, kept, expected) => {
  expect(await left(kept, onDelete)).toEqual(expected);
  expect(reasons()).toEqual([]);
});

test('with RETAIN, everything stays', async () => {
  expect(await left(ours, 'RETAIN')).toBeUndefined();
  expect(reasons()).toEqual(['the config is to stay']);
});

test('a config that has been changed stays, and the stack is not asked', async () => {
  expect(await left(ours, 'RESTORE', { isOurs: false })).toBeUndefined();
  expect(reasons()).toEqual(['the config has been changed since']);
  expect(cloudFormation().requests).toEqual([]);
});

test('a restoration that was broken off goes on', async () => {
  expect(await left(ours, 'RESTORE', { isOurs: false, isHalfPut: true })).toEqual(FOUND);
});

test('restores a config that is gone only in the cloud where a put may delete first', async () => {
  expect(await left(ours, 'RESTORE', { isThere: false })).toBeUndefined();
  expect(reasons()).toEqual(['there is no config any more']);
  expect(await left(ours, 'RESTORE', { isThere: false, replacesAtOnce: false })).toEqual(FOUND);
});

test('the config of a resource that has put later stays', async () => {
  expect(await left(ours, 'DELETE', { others: [{ mark: mark(4), found: null }, { mark: mark(6), found: null }] })).toBeUndefined();
  expect(reasons()).toEqual(['the stack has put another config since']);
});

test('a resource that has a newer id at the place leaves nothing with its old one', async () => {
  expect(await left(ours, 'DELETE', { ownId: { ...ours, found: null } })).toBeUndefined();
  expect(reasons()).toEqual(['the stack has put another config since']);
});

describe('the config of a resource that has put before, or in the same moment, comes back', () => {
  test.each([4, 5])('put at %s', async time => {
    expect(await left({ ...ours, original: EARLIER }, 'DELETE', { others: [{ mark: mark(time), found: null, original: null }] })).toEqual(FOUND);
  });

  test('unless it was too large', async () => {
    expect(await left({ mark: mark(AT) }, 'DELETE', { others: [{ mark: mark(4), found: null }] })).toBeUndefined();
    expect(reasons()).toEqual(['the found config was too large to be remembered']);
  });
});

describe('a config with our settings that was put at another time', () => {
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
  const event = (second: number, status: string) =>
    ({ logicalId: 'Config', physicalId: physicalId(IDENTITY, ours)!, type: TYPE, status, since: at(second) });
  const later = { lastModified: at(100).getTime() };

  test('stays, if no resource of the stack was at work at the time', async () => {
    events = stackEvents([event(2, 'CREATE_COMPLETE'), event(1, 'CREATE_IN_PROGRESS')]);
    expect(await left(ours, 'RESTORE', later)).toBeUndefined();
    expect(reasons()).toEqual(['another stack or person has put the same config since']);
  });

  test.each([
    ['a resource of the stack was at work at the time', stackEvents([event(101, 'UPDATE_COMPLETE'), event(99, 'UPDATE_IN_PROGRESS')]), later],
    ['the events may not be read', cloudFormationError(403, 'AccessDenied'), later],
    ['the service does not return the time', cloudFormationError(403, 'Never'), { lastModified: null }],
    ['it was merged, so that others may have changed it, too', cloudFormationError(403, 'Never'), { ...later, merge: true }],
  ])('counts as ours if %s', async (_, answer, given) => {
    events = answer;
    expect(await left(ours, 'RESTORE', given)).toEqual(FOUND);
  });
});
