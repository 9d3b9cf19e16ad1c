import * as assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { GetFunctionEventInvokeConfigCommand, PutFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda';
import { type App, ArnFormat, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Alias, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { EmulatedAccount } from './emulated-account';
import { AsyncDestination, AsyncInvokeConfigLookup, ConfigOnDelete, DeployTimeAsyncInvokeConfig, DeployTimeInvocation } from 'cdk-async-invoke';

const TARGET = { FunctionName: 'billing', Qualifier: 'live' };

let account: EmulatedAccount;
before(async () => {
  account = await EmulatedAccount.start();
  await account.cli.succeed(app => {
    const stack = new Stack(app, 'OtherTeam');
    const fn = new LambdaFunction(stack, 'Billing', {
      functionName: TARGET.FunctionName,
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline('exports.handler = async () => {};'),
    });
    new Alias(stack, 'Live', { aliasName: TARGET.Qualifier, version: fn.currentVersion });
    return stack;
  });
});
after(() => account?.stop());

test('adopts what is there, keeps it in force while it lives, and restores it', async () => {
  await account.lambda.send(new PutFunctionEventInvokeConfigCommand({ ...TARGET, MaximumRetryAttempts: 1, MaximumEventAgeInSeconds: 600 }));
  await account.cli.succeed(configured({ retryAttempts: 0 }));
  assert.deepEqual(await settings(), { retries: 0, age: 21600, hasFailureQueue: true });

  await account.cli.succeed(configured({ retryAttempts: 2, maxEventAge: Duration.hours(1) }));
  assert.deepEqual(await settings(), { retries: 2, age: 3600, hasFailureQueue: true });

  await account.delete('Ours');
  assert.deepEqual(await settings(), { retries: 1, age: 600, hasFailureQueue: false });
});

test('keeps the settings of others when merging', async () => {
  await account.lambda.send(new PutFunctionEventInvokeConfigCommand({ ...TARGET, MaximumRetryAttempts: 1, MaximumEventAgeInSeconds: 600 }));
  await account.cli.succeed(configured({ merge: true }));

  assert.deepEqual(await settings(), { retries: 1, age: 600, hasFailureQueue: true });
  await account.delete('Ours');
});

test('puts back what was there when the deployment fails after it', async () => {
  await account.lambda.send(new PutFunctionEventInvokeConfigCommand({ ...TARGET, MaximumRetryAttempts: 1, MaximumEventAgeInSeconds: 600 }));
  const { succeeded, output } = await account.cli.deploy(app => {
    const stack = configured({ retryAttempts: 0 })(app);
    const migration = new LambdaFunction(stack, 'Migration', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline("exports.handler = async () => { throw new Error('not migrated'); };"),
    });
    new DeployTimeInvocation(stack, 'Migrate', { function: migration, executeAfter: [stack.node.findChild('Config')] });
    return stack;
  });

  assert.ok(!succeeded);
  assert.match(output, /not migrated/);
  assert.equal(await account.status('Ours'), 'ROLLBACK_COMPLETE');
  assert.deepEqual(await settings(), { retries: 1, age: 600, hasFailureQueue: false });
  await account.delete('Ours');
});

test('tells what a config says, and what applies without one', async () => {
  await account.lambda.send(new PutFunctionEventInvokeConfigCommand({ ...TARGET, MaximumRetryAttempts: 1, MaximumEventAgeInSeconds: 600 }));
  await account.cli.succeed(app => {
    const stack = new Stack(app, 'Reader');
    for (const qualifier of ['live', '1']) {
      const lookup = new AsyncInvokeConfigLookup(stack, `Lookup${qualifier}`, { function: otherTeams(stack, `Billing${qualifier}`, qualifier) });
      new CfnOutput(stack, `Found${qualifier}`, { value: [lookup.isConfiguredAsString, lookup.retryAttempts, lookup.maxEventAge.toSeconds()].join(' ') });
    }
    return stack;
  });

  assert.deepEqual(await account.outputs('Reader'), { Foundlive: 'true 1 600', Found1: 'false 2 21600' });
});

function configured(props: { merge?: boolean; retryAttempts?: number; maxEventAge?: Duration }): (app: App) => Stack {
  return app => {
    const stack = new Stack(app, 'Ours');
    new DeployTimeAsyncInvokeConfig(stack, 'Config', {
      function: otherTeams(stack, 'Billing', TARGET.Qualifier),
      onFailure: AsyncDestination.queue(new Queue(stack, 'FailureQueue')),
      onDelete: ConfigOnDelete.RESTORE,
      skipPermissions: true,
      ...props,
    });
    return stack;
  };
}

function otherTeams(stack: Stack, id: string, qualifier: string) {
  return LambdaFunction.fromFunctionArn(stack, id, stack.formatArn({
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    service: 'lambda',
    resource: 'function',
    resourceName: `${TARGET.FunctionName}:${qualifier}`,
  }));
}

async function settings() {
  const config = await account.lambda.send(new GetFunctionEventInvokeConfigCommand(TARGET));
  return {
    retries: config.MaximumRetryAttempts,
    age: config.MaximumEventAgeInSeconds,
    hasFailureQueue: (config.DestinationConfig?.OnFailure?.Destination ?? '').includes('FailureQueue'),
  };
}
