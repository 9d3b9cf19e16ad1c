import * as assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { type App, CfnOutput, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { EmulatedAccount } from './emulated-account';
import { DeployTimeEvent, DeployTimeInvocation, type DeployTimeInvocationProps, InvocationType } from 'cdk-async-invoke';

let account: EmulatedAccount;
before(async () => {
  account = await EmulatedAccount.start();
});
after(() => account?.stop());
afterEach(async () => {
  await account.delete('Seeding');
  account.gateway.calls.length = 0;
});

test('invokes with what only the deployment knows, and hands the result on', async () => {
  await account.cli.succeed(app => {
    const stack = new Stack(app, 'Seeding');
    const queue = new Queue(stack, 'Queue');
    const invocation = new DeployTimeInvocation(stack, 'Seed', {
      function: echo(stack),
      payload: { queue: queue.queueName, batch: 5, dryRun: false, tags: ['a', null] },
    });
    new CfnOutput(stack, 'QueueName', { value: queue.queueName });
    new CfnOutput(stack, 'Received', { value: invocation.getResponse('received') });
    new CfnOutput(stack, 'Batch', { value: invocation.getResponse('received.batch') });
    new CfnOutput(stack, 'Status', { value: `${invocation.statusCode}` });
    return stack;
  });

  const { QueueName, Received, Batch, Status } = await account.outputs('Seeding');
  assert.deepEqual(JSON.parse(Received), { queue: QueueName, batch: 5, dryRun: false, tags: ['a', null] });
  assert.deepEqual({ Batch, Status }, { Batch: '5', Status: '200' });
  assert.equal(invocations().length, 1);
});

test('tells the function where in its life the deployment is', async () => {
  const seed = (seeds: number) => (app: App) => {
    const stack = new Stack(app, 'Seeding');
    declare(stack, {
      payload: { seeds },
      payloadOnDelete: { unseed: true },
      invokeOn: [DeployTimeEvent.CREATE, DeployTimeEvent.UPDATE, DeployTimeEvent.DELETE],
      lifecycleKey: 'deployment',
    });
    return stack;
  };
  await account.cli.succeed(seed(1));
  await account.cli.succeed(seed(2));
  await account.delete('Seeding');

  assert.deepEqual(invocations().map(withoutRequestId), [
    { seeds: 1, deployment: { action: 'create' } },
    { seeds: 2, deployment: { action: 'update', previousPayload: { seeds: 1 } } },
    { unseed: true, deployment: { action: 'delete', previousPayload: { seeds: 2 } } },
  ]);
});

test('fails a first deployment, and leaves nothing behind', async () => {
  const { succeeded, output } = await account.cli.deploy(app => {
    const stack = new Stack(app, 'Seeding');
    declare(stack, { payload: { fail: 'no table yet' }, payloadOnDelete: { unseed: true }, invokeOn: Object.values(DeployTimeEvent) });
    return stack;
  });

  assert.ok(!succeeded);
  assert.match(output, /RangeError: no table yet/);
  assert.match(output, /\/aws\/lambda\//);
  assert.equal(await account.status('Seeding'), 'ROLLBACK_COMPLETE');
  assert.deepEqual(invocations(), [{ fail: 'no table yet' }], 'nothing to clean up: the function is not invoked on delete');
});

test('fails an update, and leaves the function alone while the stack rolls back', async () => {
  const seed = (payload: object) => (app: App) => {
    const stack = new Stack(app, 'Seeding');
    declare(stack, { payload });
    return stack;
  };
  await account.cli.succeed(seed({ seeds: 1 }));
  const { succeeded, output } = await account.cli.deploy(seed({ fail: 'disk full' }));

  assert.ok(!succeeded);
  assert.match(output, /RangeError: disk full/);
  assert.equal(await account.status('Seeding'), 'UPDATE_ROLLBACK_COMPLETE');
  assert.deepEqual(invocations(), [{ seeds: 1 }, { fail: 'disk full' }]);
});

test('answers before the function does, if that only gets an event', async () => {
  await account.cli.succeed(app => {
    const stack = new Stack(app, 'Seeding');
    declare(stack, { payload: { fail: 'nobody hears' }, invocationType: InvocationType.EVENT });
    return stack;
  });

  assert.deepEqual(account.gateway.calls.map(call => call.invocationType).filter(type => type), ['Event']);
});

function declare(stack: Stack, props: Omit<DeployTimeInvocationProps, 'function'>): DeployTimeInvocation {
  return new DeployTimeInvocation(stack, 'Seed', { function: echo(stack), ...props });
}

/** Tells what it received, or fails as it is told. */
function echo(stack: Stack): LambdaFunction {
  return new LambdaFunction(stack, 'Echo', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline(`exports.handler = async received => {
      if (received.fail) throw new RangeError(received.fail);
      return { received };
    };`),
  });
}

/** The payloads that Lambda was asked to hand to functions. */
function invocations(): any[] {
  return account.gateway.calls.filter(call => call.path.includes('/invocations')).map(call => JSON.parse(call.body));
}

function withoutRequestId({ deployment: { requestId, ...deployment }, ...payload }: any): object {
  assert.match(requestId, /./);
  return { ...payload, deployment };
}
