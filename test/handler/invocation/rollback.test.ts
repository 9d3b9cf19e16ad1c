import { invocation, returned } from './invocations';
import { RESOURCE_TYPE } from '../../../lib/contract/custom-resource';
import { deployTimeInvocation } from '../../../lib/handler/invocation/deploy-time-invocation';
import { pointSdkTo } from '../loopback/environment';
import { ScriptedServer, type ScriptedAnswer } from '../loopback/scripted-server';
import { cloudFormationError } from '../loopback/stack-answers';
import { STACK_ID, Stack } from '../stack';

const ONE = invocation({ Triggers: { v: '1' }, SkipOnRollback: 'true', Payloads: { Create: '{}', Update: '{}', Delete: '{}' } });
const TWO = { ...ONE, Triggers: { v: '2' } };

let stack: Stack;
let cloudFormation: ScriptedServer;
let restore: () => void;

beforeEach(async () => {
  stack = await Stack.start(RESOURCE_TYPE.invocation, deployTimeInvocation);
  stack.script(() => returned({ a: 1 }));
  cloudFormation = await ScriptedServer.start();
  restore = pointSdkTo({ LAMBDA: stack.lambda.url, CLOUDFORMATION: cloudFormation.url });
});

afterEach(async () => {
  restore();
  await Promise.all([stack.stop(), cloudFormation.stop()]);
});

function status(text: string): ScriptedAnswer {
  return {
    headers: { 'content-type': 'text/xml' },
    body: `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member>
      <StackName>Shop</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>${text}</StackStatus>
      </member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
  };
}

test.each(['UPDATE_ROLLBACK_IN_PROGRESS', 'ROLLBACK_IN_PROGRESS'])('while the stack is %s, an update leaves the function alone', async text => {
  await stack.create(ONE);
  cloudFormation.script([status(text)]);
  expect(await stack.update(ONE, TWO)).toMatchObject({ Status: 'SUCCESS' });
  expect(stack.calls).toHaveLength(1);
  expect(new URLSearchParams(cloudFormation.requests[0].body).get('StackName')).toBe(STACK_ID);
});

test('a result that is read is had by running the function all the same', async () => {
  const Attributes = ['Response.a'];
  await stack.create({ ...ONE, Attributes });
  cloudFormation.script(() => status('UPDATE_ROLLBACK_IN_PROGRESS'));
  expect(await stack.update({ ...ONE, Attributes }, TWO)).toMatchObject({ Status: 'SUCCESS', Data: { 'Response.a': '1' } });
  expect(stack.calls).toHaveLength(2);
});

test('and so does a delete', async () => {
  await stack.create(ONE);
  cloudFormation.script([status('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS')]);
  expect(await stack.delete(ONE)).toMatchObject({ Status: 'SUCCESS' });
  expect(stack.calls).toHaveLength(1);
});

test.each(['UPDATE_IN_PROGRESS', 'DELETE_IN_PROGRESS'])('while it is %s, the function runs', async text => {
  await stack.create(ONE);
  cloudFormation.script(() => status(text));
  await stack.update(TWO, ONE);
  await stack.delete(TWO);
  expect(stack.calls).toHaveLength(3);
});

test('does not read the stack if the function runs in any case', async () => {
  const always = { SkipOnRollback: 'false' } as const;
  await stack.create(ONE);
  await stack.update({ ...TWO, ...always }, { ...ONE, ...always });
  expect(stack.calls).toHaveLength(2);
  expect(cloudFormation.requests).toEqual([]);
});

test('does not read the stack if there is nothing to run', async () => {
  await stack.create(ONE);
  await stack.update({ ...ONE, InvocationTimeout: '90' }, ONE);
  expect(cloudFormation.requests).toEqual([]);
});

test.each(['AccessDenied', 'ValidationError'])('if it cannot be known because of %s, the function runs, and the log says so', async code => {
  await stack.create(ONE);
  cloudFormation.script([cloudFormationError(400, code)]);
  await stack.update(TWO, ONE);
  expect(stack.calls).toHaveLength(2);
  expect(stack.steps).toContain('stack unknown');
});

test('a throttled question is asked again', async () => {
  await stack.create(ONE);
  cloudFormation.script([cloudFormationError(400, 'Throttling'), status('UPDATE_ROLLBACK_IN_PROGRESS')]);
  await stack.update(ONE, TWO);
  expect(stack.calls).toHaveLength(1);
});

test('a result that is read has to be had anew, also while the stack rolls back', async () => {
  const Attributes = ['Response.a'];
  await stack.create({ ...ONE, Attributes });
  expect(await stack.update({ ...ONE, Attributes }, { ...TWO, Attributes })).toMatchObject({ Data: { 'Response.a': '1' } });
  expect(stack.calls).toHaveLength(2);
});
