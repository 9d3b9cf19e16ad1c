import { OutcomeQueue } from '../../../lib/handler/invocation/outcome-queue';
import { serverForEachTest } from '../loopback/server-for-each-test';
import { TestDeployment } from '../test-deployment';

const SECOND = 1000;

const sqs = serverForEachTest('SQS');

test.each([
  [-1, 0],
  [0, 0],
  [1.999 * SECOND, 1],
  [20 * SECOND, 20],
  [600 * SECOND, 20],
])('with %i ms left, the queue waits %i whole seconds', async (time, waited) => {
  sqs().script([{ headers: { 'content-type': 'application/x-amz-json-1.0' }, body: {} }]);
  const queue = new OutcomeQueue(`${sqs().url}/123456789012/outcomes`, undefined, new TestDeployment());
  expect(await queue.receive('event-1', time)).toBeUndefined();
  queue.close();
  expect(sqs().requests.map(({ body }) => JSON.parse(body).WaitTimeSeconds)).toEqual([waited]);
});
