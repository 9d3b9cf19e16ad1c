import * as assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { type App, Duration, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { EmulatedAccount } from './emulated-account';
import { fcError, FunctionComputeServer, KEY, type Config } from '../test/handler/alibaba/loopback/function-compute-server';
import { alibaba, DeployTimeInvocation } from 'cdk-async-invoke';

const PLACE = { region: 'cn-hangzhou', account: '1234567890123456' };

const THEIRS: Config = {
  asyncTask: true,
  maxAsyncEventAgeInSeconds: 600,
  maxAsyncRetryAttempts: 5,
  destinationConfig: { onSuccess: { destination: 'acs:mns:cn-hangzhou:1234567890123456:/topics/theirs/messages' } },
};
const OURS: Config = {
  asyncTask: false,
  maxAsyncEventAgeInSeconds: 3600,
  maxAsyncRetryAttempts: 1,
  destinationConfig: { onFailure: { destination: 'acs:mns:cn-hangzhou:1234567890123456:/queues/failed/messages' } },
};

/** A Put comes first: if it is refused, nothing is destroyed. */
const DROPPING = ['Put', 'Delete', 'Put'].map(verb => `${verb}AsyncInvokeConfig orders:live`);

let account: EmulatedAccount;
let functionCompute: FunctionComputeServer;
before(async () => {
  account = await EmulatedAccount.start();
  functionCompute = await FunctionComputeServer.start();
  await account.secretsManager.send(new CreateSecretCommand({ Name: 'alibaba/deployer', SecretString: JSON.stringify(KEY) }));
});
after(async () => {
  account?.stop();
  await functionCompute?.stop();
});
beforeEach(async () => {
  await account.delete('Orders');
  functionCompute.add('orders', 'live').configure('orders:live', THEIRS);
  functionCompute.server.requests.length = 0;
});

test('takes over what is there, changes it in place, and puts it back', async () => {
  await account.cli.succeed(configured({ onFailure: alibaba.Destination.queue('failed') }));
  assert.deepEqual(functionCompute.config('orders:live'), OURS);
  assert.deepEqual(changes(), DROPPING, 'their destination is dropped');

  await account.cli.succeed(configured({ onFailure: alibaba.Destination.queue('failed'), retryAttempts: 8 }));
  assert.deepEqual(functionCompute.config('orders:live'), { ...OURS, maxAsyncRetryAttempts: 8 });
  assert.deepEqual(changes(), ['PutAsyncInvokeConfig orders:live']);

  await account.delete('Orders');
  assert.deepEqual(functionCompute.config('orders:live'), THEIRS);
});

test('takes a destination away by a Delete if it survives the Put', async () => {
  await account.cli.succeed(configured({ onFailure: alibaba.Destination.queue('failed') }));
  changes();

  await account.cli.succeed(configured({}));
  assert.deepEqual(functionCompute.config('orders:live'), { asyncTask: false, maxAsyncEventAgeInSeconds: 3600, maxAsyncRetryAttempts: 1 });
  assert.deepEqual(changes(), DROPPING);
});

test('goes back when the update fails after it', async () => {
  await account.cli.succeed(configured({ onFailure: alibaba.Destination.queue('failed') }));
  const { succeeded, output } = await account.cli.deploy(app => {
    const stack = configured({ retryAttempts: 0 })(app);
    const check = new LambdaFunction(stack, 'Check', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline("exports.handler = async () => { throw new Error('not checked'); };"),
    });
    new DeployTimeInvocation(stack, 'Checked', { function: check, executeAfter: [stack.node.findChild('Live')] });
    return stack;
  });

  assert.ok(!succeeded);
  assert.match(output, /not checked/);
  assert.equal(await account.status('Orders'), 'UPDATE_ROLLBACK_COMPLETE');
  assert.deepEqual(functionCompute.config('orders:live'), OURS);
});

test('fails as Function Compute says, and leaves what was there', async () => {
  functionCompute.next('PutAsyncInvokeConfig', fcError(400, 'InvalidArgument', 'not today'));
  const { succeeded, output } = await account.cli.deploy(configured({ onFailure: alibaba.Destination.queue('failed') }));

  assert.ok(!succeeded);
  assert.match(output, /InvalidArgument: not today/);
  assert.doesNotMatch(output, new RegExp(KEY.accessKeySecret));
  assert.equal(await account.status('Orders'), 'ROLLBACK_COMPLETE');
  assert.deepEqual(functionCompute.config('orders:live'), THEIRS);
});

test('takes another alias, and gives the first one back', async () => {
  functionCompute.add('orders', 'next');
  await account.cli.succeed(configured({ onFailure: alibaba.Destination.queue('failed') }));
  await account.cli.succeed(configured({ onFailure: alibaba.Destination.queue('failed'), qualifier: 'next' }));
  assert.deepEqual(functionCompute.config('orders:next'), OURS);
  assert.deepEqual(functionCompute.config('orders:live'), THEIRS);

  await account.delete('Orders');
  assert.equal(functionCompute.config('orders:next'), undefined);
});

function configured(props: Partial<alibaba.DeployTimeAsyncInvokeConfigProps>): (app: App) => Stack {
  return app => {
    const stack = new Stack(app, 'Orders');
    new alibaba.DeployTimeAsyncInvokeConfig(stack, 'Live', {
      ...PLACE,
      functionName: 'orders',
      qualifier: 'live',
      endpoint: functionCompute.url,
      credentials: alibaba.Credentials.fromSecret(Secret.fromSecretNameV2(stack, 'Key', 'alibaba/deployer')),
      retryAttempts: 1,
      maxEventAge: Duration.hours(1),
      ...props,
    });
    return stack;
  };
}

/** What was changed since this was asked before. */
function changes(): string[] {
  const calls = functionCompute.calls.filter(call => !call.startsWith('Get'));
  functionCompute.server.requests.length = 0;
  return calls;
}
