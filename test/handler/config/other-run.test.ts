import type { CustomResourceRequest } from '../../../lib/contract/custom-resource';
import type { Errand } from '../../../lib/handler/config/errand';
import { parseConfigId } from '../../../lib/handler/config/memory';
import { idOfOtherRun } from '../../../lib/handler/config/other-run';
import { stackConfigs } from '../../../lib/handler/config/stack-configs';
import { physicalId } from '../../../lib/handler/physical-id/physical-id';
import type { ScriptedAnswer } from '../loopback/scripted-server';
import { serverForEachTest } from '../loopback/server-for-each-test';
import { stackResources } from '../loopback/stack-answers';
import { TestDeployment } from '../test-deployment';

const STACK = 'arn:aws:cloudformation:us-east-1:123456789012:stack/s/1';
const IDENTITY = '123456789012/us-east-1/orders:live';
const ID = physicalId(IDENTITY, { mark: '1', found: null })!;
const BEGUN = new Date('2026-01-01T00:00:00Z');

const cloudFormation = serverForEachTest('CLOUDFORMATION');
let deployment: TestDeployment;

beforeEach(() => {
  deployment = new TestDeployment();
});

const creating = stackResources([{ logicalId: 'Config', physicalId: '', status: 'CREATE_IN_PROGRESS', since: BEGUN }]);
const created = stackResources([{ logicalId: 'Config', physicalId: ID, status: 'CREATE_COMPLETE', since: BEGUN }]);

/** Id of another run, when the stack answers so, one answer after the other, and the config was put at a time. */
async function otherRun(answers: readonly ScriptedAnswer[], putAt = BEGUN.getTime() + 1000, isNew = true): Promise<string | undefined> {
  cloudFormation().script(answers);
  const request = { StackId: STACK, LogicalResourceId: 'Config' } as CustomResourceRequest<object>;
  const errand = { request, deployment } as unknown as Errand<any, object, any>;
  return idOfOtherRun(IDENTITY, await stackConfigs(STACK, deployment), { isNew, lastModified: new Date(putAt) }, errand);
}

test('the resource of a create that has an id was created by another run', async () => {
  expect(await otherRun([created])).toBe(ID);
  expect(parseConfigId(ID)?.identity).toBe(IDENTITY);
  expect(deployment.elapsed).toBe(0);
});

test('a config that was put since the request began is that of another run, which is waited for', async () => {
  expect(await otherRun([creating, creating, creating, created])).toBe(ID);
  expect(deployment.clock.sleeps).toEqual([2000, 2000, 2000]);
});

test('a run that never answers is given up after 20 s', async () => {
  expect(await otherRun(Array<ScriptedAnswer>(20).fill(creating))).toBeUndefined();
  expect(deployment.elapsed).toBe(20_000);
});

test.each([
  ['it was put before the request', BEGUN.getTime() - 6000, true],
  ['its origin is known', BEGUN.getTime() + 1000, false],
])('a config is not waited for if %s', async (_, putAt, isNew) => {
  expect(await otherRun([creating], putAt, isNew)).toBeUndefined();
  expect(deployment.elapsed).toBe(0);
});
