import type { AsyncInvokeConfigProperties } from '../../../lib/contract/async-invoke-config';
import type { CustomResourceRequest } from '../../../lib/contract/custom-resource';
import { parseConfigId, type Memory } from '../../../lib/handler/config/memory';
import { whatToLeave } from '../../../lib/handler/config/release';
import { physicalId } from '../../../lib/handler/physical-id/physical-id';
import { serverForEachTest } from '../loopback/server-for-each-test';
import { stackResources } from '../loopback/stack-answers';
import { TestDeployment } from '../test-deployment';

const IDENTITY = '123456789012/us-east-1/orders:live';
const FOUND = { MaximumRetryAttempts: 1 };
const EARLIER = { MaximumRetryAttempts: 0 };

const cloudFormation = serverForEachTest('CLOUDFORMATION');
let deployment: TestDeployment;

beforeEach(() => {
  deployment = new TestDeployment();
});

/** What a resource leaves behind, beside others of its stack. */
async function left(kept: Memory, onDelete: AsyncInvokeConfigProperties['OnDelete'], others: Memory[] = [], isOurs = true): Promise<unknown> {
  const id = physicalId(IDENTITY, kept)!;
  const ids = [id, ...others.map(other => physicalId(IDENTITY, other)!)];
  cloudFormation().script([stackResources(ids.map((other, index) => ({ logicalId: `Config${index}`, physicalId: other })))]);
  const request = { StackId: 'arn:aws:cloudformation:us-east-1:123456789012:stack/s/1', PhysicalResourceId: id } as CustomResourceRequest<object>;
  return whatToLeave({ onDelete }, isOurs, parseConfigId(id)!, request, deployment);
}

const reasons = () => deployment.logged('left').map(facts => facts?.reason);

test.each<[AsyncInvokeConfigProperties['OnDelete'], Memory, unknown]>([
  ['RESTORE', { mark: '5', found: FOUND }, FOUND],
  ['RESTORE', { mark: '5', found: null }, null],
  ['RESTORE', { mark: '5', found: FOUND, original: EARLIER }, EARLIER],
  ['RESTORE', { mark: '5', found: FOUND, original: null }, null],
  ['DELETE', { mark: '5', found: FOUND }, null],
])('with %s, one that remembers %j leaves %j', async (onDelete, kept, expected) => {
  expect(await left(kept, onDelete)).toEqual(expected);
  expect(reasons()).toEqual([]);
});

test('with RETAIN, everything stays', async () => {
  expect(await left({ mark: '5', found: FOUND }, 'RETAIN')).toBeUndefined();
  expect(reasons()).toEqual(['it is to stay']);
});

test('what somebody else has changed stays, and nobody else is asked', async () => {
  expect(await left({ mark: '5', found: FOUND }, 'RESTORE', [], false)).toBeUndefined();
  expect(reasons()).toEqual(['somebody else has changed it']);
  expect(cloudFormation().requests).toEqual([]);
});

test('what another resource has put later stays', async () => {
  expect(await left({ mark: '5', found: FOUND }, 'DELETE', [{ mark: '4', found: null }, { mark: '6', found: null }])).toBeUndefined();
  expect(reasons()).toEqual(['another resource of the stack has it now']);
});

describe('what another resource had put before, or in the same moment, is there again', () => {
  test.each(['4', '5'])('put at %s', async mark => {
    expect(await left({ mark: '5', found: FOUND, original: EARLIER }, 'DELETE', [{ mark, found: null, original: null }])).toEqual(FOUND);
  });

  test('unless it was too large to be remembered', async () => {
    expect(await left({ mark: '5' }, 'DELETE', [{ mark: '4', found: null }])).toBeUndefined();
    expect(reasons()).toEqual(['what was found was too large to be remembered']);
  });
});
