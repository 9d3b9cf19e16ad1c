import { whenReady } from '../../../lib/handler/lambda/readiness';
import { lambdaError } from '../loopback/lambda-answers';
import type { Answer } from '../loopback/scripted-server';
import { serverForEachTest } from '../loopback/server-for-each-test';
import { TestDeployment } from '../test-deployment';

const ACTIVE = { body: { FunctionName: 'f', State: 'Active', LastUpdateStatus: 'Successful' } };
const PENDING = { body: { State: 'Pending', StateReason: 'The function is being created.' } };
const UPDATING = { body: { State: 'Active', LastUpdateStatus: 'InProgress' } };

const lambda = serverForEachTest('LAMBDA');
let deployment: TestDeployment;

beforeEach(() => {
  deployment = new TestDeployment();
});

function wait(...answers: Answer[]) {
  lambda().script(answers);
  return whenReady(deployment.lambda({ FunctionName: 'f' }), { FunctionName: 'f', Qualifier: 'live' }, deployment);
}

test('a function that is ready is not waited for', async () => {
  await expect(wait(ACTIVE)).resolves.toMatchObject({ FunctionName: 'f' });
  expect(lambda().calls).toEqual(['GET /2015-03-31/functions/f/configuration']);
  expect(lambda().requests[0].query.get('Qualifier')).toBe('live');
  expect(deployment.elapsed).toBe(0);
});

test.each([
  ['one that is being created', PENDING],
  ['one that is being updated', UPDATING],
])('%s is waited for, every three seconds', async (_, answer) => {
  await wait(answer, answer, ACTIVE);
  expect(deployment.clock.sleeps).toEqual([3000, 3000]);
});

test.each([
  ['Inactive', 'Successful'],
  ['Active', 'Failed'],
  [undefined, undefined],
])('state %s after an update that was %s is ready: it can be configured, and wakes up when it is invoked', async (State, LastUpdateStatus) => {
  await wait({ body: { State, LastUpdateStatus } });
  expect(deployment.elapsed).toBe(0);
});

test('throttling is waited out, too', async () => {
  await wait(lambdaError(429, 'TooManyRequestsException'), PENDING, lambdaError(429, 'TooManyRequestsException'), ACTIVE);
  expect(lambda().requests).toHaveLength(4);
});

test('a broken function is never ready', async () => {
  await expect(wait({ body: { State: 'Failed', StateReason: 'The image is gone.' } })).rejects.toThrow(
    new Error('function f (live) is in state Failed: The image is gone.'));
});

test('after ten minutes, nothing more is hoped for', async () => {
  lambda().script(() => UPDATING);
  await expect(whenReady(deployment.lambda({ FunctionName: 'f' }), { FunctionName: 'f' }, deployment)).rejects.toThrow(
    new Error('function f ($LATEST) is not ready yet: its state is Active, that of its last update InProgress'));
  expect(deployment.elapsed).toBe(600_000);
});

test('there is time left to answer', async () => {
  deployment = new TestDeployment(10_000);
  lambda().script(() => PENDING);
  await expect(whenReady(deployment.lambda({ FunctionName: 'f' }), { FunctionName: 'f' }, deployment)).rejects.toThrow('is not ready yet');
  expect(deployment.remaining()).toBeGreaterThan(0);
});

test('no wait lasts until the answer is due', async () => {
  deployment = new TestDeployment(6000);
  await expect(wait(PENDING, PENDING, ACTIVE)).rejects.toThrow('is not ready yet');
  expect(deployment.clock.sleeps).toEqual([3000]);
});

test('fails with the error of Lambda if the function does not exist', async () => {
  await expect(wait(lambdaError(404, 'ResourceNotFoundException', 'Function not found: f'))).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
