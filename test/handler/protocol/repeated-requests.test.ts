import type { CustomResourceResponse } from '../../../lib/contract/custom-resource';
import { RepeatedRequests } from '../../../lib/handler/protocol/repeated-requests';
import type { Addressee } from '../../../lib/handler/protocol/request';

const REQUEST: Addressee = { StackId: 'stack', LogicalResourceId: 'Resource', RequestId: 'request', ResponseURL: 'https://answer' };

let requests: RepeatedRequests;
let worked: string[];
let delivered: string[];

beforeEach(() => {
  requests = new RepeatedRequests();
  worked = [];
  delivered = [];
});

/** Receives a request, and notes whether it was worked on and where it was answered. */
function receive(change: Partial<Addressee> = {}, status: CustomResourceResponse['Status'] = 'SUCCESS', part = 0): Promise<void> {
  const request = { ...REQUEST, ...change };
  const { StackId, LogicalResourceId, RequestId, ResponseURL } = request;
  const work = async () => {
    worked.push(RequestId);
    return { Status: status, PhysicalResourceId: 'thing', StackId, LogicalResourceId, RequestId };
  };
  return requests.once(request, part, work, async () => void delivered.push(ResponseURL));
}

test.each<Partial<Addressee>>([
  { StackId: 'another' },
  { LogicalResourceId: 'Another' },
  { RequestId: 'another' },
])('another request is worked on: %j', async change => {
  await receive();
  await receive(change);

  expect(worked).toHaveLength(2);
  expect(delivered).toHaveLength(2);
});

test('another run on a request is worked on', async () => {
  await receive({}, 'SUCCESS', 0);
  await receive({}, 'SUCCESS', 1);

  expect(worked).toHaveLength(2);
});

test('a request that failed is worked on again for another URL only', async () => {
  await receive({}, 'FAILED');
  await receive({}, 'FAILED');
  expect(worked).toHaveLength(1);
  expect(delivered).toEqual(['https://answer']);

  await receive({ ResponseURL: 'https://again' });
  expect(worked).toHaveLength(2);
  expect(delivered).toEqual(['https://answer', 'https://again']);
});

test('a request that succeeded is answered at another URL, and not worked on', async () => {
  await receive();
  await receive({ ResponseURL: 'https://again' });
  await receive({ ResponseURL: 'https://again' });

  expect(worked).toHaveLength(1);
  expect(delivered).toEqual(['https://answer', 'https://again']);
});

test('work that breaks down is not remembered', async () => {
  const broken = requests.once(REQUEST, 0, () => Promise.reject(new Error('no')), async () => {});
  await expect(broken).rejects.toThrow(new Error('no'));
  await receive();

  expect(worked).toHaveLength(1);
});

test('a hundred requests are remembered, and the oldest is forgotten first', async () => {
  const ids = Array.from({ length: 100 }, (_, index) => `request-${index}`);
  for (const RequestId of ids) {
    await receive({ RequestId });
  }
  await receive({ RequestId: ids[0] });
  expect(worked).toEqual(ids);

  await receive({ RequestId: 'one-more' });
  await receive({ RequestId: ids[1] });
  await receive({ RequestId: ids[0] });
  expect(worked).toEqual([...ids, 'one-more', ids[0]]);
});
