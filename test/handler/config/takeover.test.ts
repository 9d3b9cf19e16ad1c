import type { CustomResourceRequest } from '../../../lib/contract/custom-resource';
import { formerId, memoryOf, orUndo } from '../../../lib/handler/config/takeover';
import { physicalId } from '../../../lib/handler/physical-id/physical-id';
import { serverForEachTest } from '../loopback/server-for-each-test';
import { stackResources } from '../loopback/stack-answers';
import { TestDeployment } from '../test-deployment';

const LIVE = '123456789012/us-east-1/orders:live';
const NEXT = '123456789012/us-east-1/orders:next';
const FOUND = { MaximumRetryAttempts: 1 };
const EARLIER = { MaximumRetryAttempts: 0 };

const cloudFormation = serverForEachTest('CLOUDFORMATION');
let deployment: TestDeployment;

beforeEach(() => {
  deployment = new TestDeployment();
});

function request(PhysicalResourceId?: string): CustomResourceRequest<object> {
  return { StackId: 'arn:aws:cloudformation:us-east-1:123456789012:stack/s/1', PhysicalResourceId } as CustomResourceRequest<object>;
}

describe('a resource that comes back to a place', () => {
  const former = physicalId(LIVE, { mark: '1', found: null })!;
  const id = physicalId(NEXT, { mark: '2', found: null, previous: former });

  test('gets the id that it had there', () => {
    expect(formerId(request(id), LIVE)).toBe(former);
  });

  test('gets none that it had elsewhere', () => {
    expect(formerId(request(id), '123456789012/us-east-1/orders:$LATEST')).toBeUndefined();
  });

  test.each([undefined, 'made-up', physicalId(NEXT, { mark: '2', found: null })])('was nowhere before if its id is %s', other => {
    expect(formerId(request(other), LIVE)).toBeUndefined();
  });
});

describe('what is remembered', () => {
  const remembered = (found: typeof FOUND | null, id?: string) => memoryOf(found, LIVE, { onDelete: 'RESTORE' }, request(id), deployment);

  test('of nothing is nothing, for which nobody else is asked', async () => {
    expect(await remembered(null)).toEqual({ found: null });
    expect(cloudFormation().requests).toEqual([]);
  });

  test('has in it what another resource of the stack had found before', async () => {
    cloudFormation().script([stackResources([{ logicalId: 'Other', physicalId: physicalId(LIVE, { mark: '1', found: EARLIER })! }])]);
    expect(await remembered(FOUND)).toEqual({ found: FOUND, original: EARLIER });
  });

  test('goes back to the first of several', async () => {
    cloudFormation().script([stackResources([{ logicalId: 'Other', physicalId: physicalId(LIVE, { mark: '1', found: EARLIER, original: null })! }])]);
    expect(await remembered(FOUND)).toEqual({ found: FOUND, original: null });
  });

  test('has in it the id of the place before, unless CloudFormation made that up', async () => {
    const before = physicalId(NEXT, { mark: '1', found: null })!;
    expect(await remembered(null, before)).toEqual({ found: null, previous: before });
    expect(await remembered(null, 'Shop-Config-1A2B3C')).toEqual({ found: null });
  });
});

describe('what fails', () => {
  test('is undone, and told', async () => {
    const undo = jest.fn(async () => {});
    await expect(orUndo(Promise.reject(new Error('no')), undo, deployment)).rejects.toThrow(new Error('no'));
    expect(undo).toHaveBeenCalledTimes(1);
  });

  test('is told even if it cannot be undone, which stands in the log', async () => {
    await expect(orUndo(Promise.reject(new Error('no')), () => Promise.reject(new TypeError('neither')), deployment)).rejects.toThrow(new Error('no'));
    expect(deployment.lines).toEqual([{ step: 'not undone', facts: { error: 'TypeError' } }]);
  });

  test('is nothing that succeeds', async () => {
    const undo = jest.fn(async () => {});
    await expect(orUndo(Promise.resolve('done'), undo, deployment)).resolves.toBe('done');
    expect(undo).not.toHaveBeenCalled();
  });
});
