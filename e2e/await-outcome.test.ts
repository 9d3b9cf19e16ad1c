import * as assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type App, CfnOutput, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { EmulatedAccount } from './emulated-account';
import { DeployTimeInvocation, InvocationType } from 'cdk-async-invoke';

let account: EmulatedAccount;
before(async () => {
  account = await EmulatedAccount.start();
});
after(() => account?.stop());

// The first deployment takes minutes: a config that was just made is not yet in force.
test('an event that succeeds lets the deployment go on, with what the function returned', async () => {
  await account.cli.succeed(smokeTest('return { checked: event.orders };'));

  assert.deepEqual(await account.outputs('Smoke'), { Checked: '7' });
  assert.deepEqual(types(), ['Event']);
});

test('an event that fails in the end fails the deployment', async () => {
  const { succeeded, output } = await account.cli.deploy(smokeTest("throw new TypeError('no such table');"));

  assert.ok(!succeeded);
  assert.match(output, /no such table \(condition RetriesExhausted after 1 attempt, request id /);
  assert.equal(await account.status('Smoke'), 'UPDATE_ROLLBACK_COMPLETE');
  await account.delete('Smoke');
});

function smokeTest(body: string): (app: App) => Stack {
  return app => {
    const stack = new Stack(app, 'Smoke');
    const invocation = new DeployTimeInvocation(stack, 'SmokeTest', {
      function: new LambdaFunction(stack, 'Checks', {
        runtime: Runtime.NODEJS_22_X,
        handler: 'index.handler',
        code: Code.fromInline(`exports.handler = async event => { ${body} };`),
      }),
      invocationType: InvocationType.EVENT,
      awaitOutcome: true,
      payload: { orders: 7 },
    });
    new CfnOutput(stack, 'Checked', { value: invocation.getResponse('checked') });
    return stack;
  };
}

function types(): Array<string | undefined> {
  return account.gateway.calls.filter(call => call.path.includes('/invocations')).map(call => call.invocationType);
}
