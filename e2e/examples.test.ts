import * as assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { GetFunctionEventInvokeConfigCommand, InvokeCommand } from '@aws-sdk/client-lambda';
import type { App } from 'aws-cdk-lib';
import { EmulatedAccount } from './emulated-account';
import { OurTeam, TheirTeam } from '../examples/adopted-config/adopted-config';
import { DatabaseMigration } from '../examples/database-migration/database-migration';
import { Seeding } from '../examples/seeding/seeding';
import { SmokeTest } from '../examples/smoke-test/smoke-test';

let account: EmulatedAccount;
before(async () => {
  account = await EmulatedAccount.start();
});
after(() => account?.stop());

test('Seeding: what the function made can be read', async () => {
  await account.cli.succeed(app => new Seeding(app, 'Seeding'));

  assert.deepEqual(await account.outputs('Seeding'), { FirstTenant: 'tenant-1', TenantCount: '2' });
});

test('DatabaseMigration: traffic moves when the migration has succeeded, and not before', async () => {
  const migrated = (schema: number) => (app: App) => new DatabaseMigration(app, 'DatabaseMigration', { schema });
  await account.cli.succeed(migrated(2));
  assert.equal(await servedSchema(), 2);

  await account.cli.succeed(migrated(3));
  assert.equal(await servedSchema(), 3);

  const { succeeded, output } = await account.cli.deploy(migrated(4));
  assert.ok(!succeeded);
  assert.match(output, /there is no schema 4, the newest is 3/);
  assert.equal(await servedSchema(), 3);
});

test('AdoptedConfig: the config of the other team is ours for a while, and then theirs again', async () => {
  const settings = async () => {
    const config = await account.lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName: 'send-newsletter', Qualifier: '$LATEST' }));
    return [config.MaximumEventAgeInSeconds, config.MaximumRetryAttempts];
  };
  await account.cli.succeed(app => {
    const ours = new OurTeam(app, 'OurTeam');
    ours.node.addDependency(new TheirTeam(app, 'TheirTeam'));
    return ours;
  });
  assert.deepEqual(await account.outputs('OurTeam'), { MaxEventAge: '7200', RetryAttempts: '0' });
  assert.deepEqual(await settings(), [7200, 0]);

  await account.delete('OurTeam');
  assert.deepEqual(await settings(), [7200, 2]);
});

// Takes minutes: see await-outcome.test.ts.
test('SmokeTest: the alias comes when the event has succeeded', async () => {
  await account.cli.succeed(app => new SmokeTest(app, 'SmokeTest'));

  assert.deepEqual(await account.outputs('SmokeTest'), { Tested: '1' });
});

async function servedSchema(): Promise<number> {
  const FunctionName = await account.physicalId('DatabaseMigration', /^Service[0-9A-F]{8}$/);
  const { Payload } = await account.lambda.send(new InvokeCommand({ FunctionName, Qualifier: 'live' }));
  return JSON.parse(Payload!.transformToString()).schema;
}
