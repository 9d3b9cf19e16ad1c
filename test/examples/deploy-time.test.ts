import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { OurTeam, TheirTeam } from '../../examples/adopted-config/adopted-config';
import { DatabaseMigration } from '../../examples/database-migration/database-migration';
import { Seeding } from '../../examples/seeding/seeding';
import { SmokeTest } from '../../examples/smoke-test/smoke-test';
import { AsyncInvokeChecks } from '../../lib';
import { messages } from '../aws/fixture';
import { synth } from '../aws/validated';

const outdir = mkdtempSync(join(tmpdir(), 'deploy-time-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const app = new App({ outdir, analyticsReporting: false });
const stacks = {
  migration: new DatabaseMigration(app, 'DatabaseMigration'),
  seeding: new Seeding(app, 'Seeding'),
  smokeTest: new SmokeTest(app, 'SmokeTest'),
  theirs: new TheirTeam(app, 'TheirTeam'),
  ours: new OurTeam(app, 'OurTeam'),
};

function only(stack: Stack, type: string): [id: string, resource: { Properties: Record<string, unknown>; DependsOn?: string[] }] {
  const found = Object.entries(Template.fromStack(stack).findResources(type));
  expect(found).toHaveLength(1);
  return found[0] as ReturnType<typeof only>;
}

describe('the examples of deploy time', () => {
  test('migrate the database before the alias moves, and migrate it down on delete', () => {
    const [id, { Properties }] = only(stacks.migration, 'Custom::LambdaDeployTimeInvocation');

    expect(only(stacks.migration, 'AWS::Lambda::Alias')[1].DependsOn).toEqual([id]);
    expect(Properties).toMatchObject({
      Payloads: { Create: '{"schema":3}', Update: '{"schema":3}', Delete: '{"schema":0}' },
      LifecycleKey: 'deployment',
      SkipOnRollback: 'true',
    });
  });

  test('seed once, send a number as a number, and return the values that are read', () => {
    expect(only(stacks.seeding, 'Custom::LambdaDeployTimeInvocation')[1].Properties).toMatchObject({
      Payloads: { Create: { 'Fn::Join': ['', expect.arrayContaining(['","tenants":', { Ref: 'Tenants' }, '}'])] } },
      Attributes: ['Response.count', 'Response.tenants.0.id'],
      KeepAttributes: 'true',
    });
  });

  test('move an alias only after an event has succeeded', () => {
    const [id, { Properties }] = only(stacks.smokeTest, 'Custom::LambdaDeployTimeInvocation');
    const live = Object.entries(Template.fromStack(stacks.smokeTest).findResources('AWS::Lambda::Alias')).filter(([name]) => name.startsWith('Live'));

    expect(live.map(([, alias]) => alias.DependsOn)).toEqual([expect.arrayContaining([id])]);
    expect(Properties).toMatchObject({ InvocationType: 'Event', Outcome: { QueueUrl: { Ref: expect.stringMatching(/^SmokeOutcomeQueue/) } } });
  });

  test('adopt the config of another team, and restore it on delete', () => {
    const [id, { Properties }] = only(stacks.ours, 'Custom::LambdaAsyncInvokeConfig');

    expect(Properties).toMatchObject({ MaximumRetryAttempts: '0', Merge: 'true', OnDelete: 'RESTORE' });
    expect(Properties).not.toHaveProperty('MaximumEventAgeInSeconds');
    expect(only(stacks.ours, 'Custom::LambdaAsyncInvokeConfigLookup')[1].DependsOn).toContain(id);
  });

  test('have no warnings', () => {
    expect(messages(app)).toEqual([]);
  });

  test('pass all checks', () => {
    Validations.of(app).addPlugins(new AsyncInvokeChecks());

    expect(synth(app)).toMatchObject({ failed: false });
  });
});

describe('their functions', () => {
  const handler = (path: string) => jest.requireActual(`../../examples/${path}.js`).handler;
  const migrate = handler('database-migration/handlers/migrate');

  test('migrate up and down, from where the database is', async () => {
    await expect(migrate({ schema: 2, deployment: { action: 'create' } }))
      .resolves.toEqual({ action: 'create', from: 0, to: 2, steps: ['create orders', 'add customers'] });
    await expect(migrate({ schema: 3, deployment: { action: 'update', previousPayload: { schema: 2 } } }))
      .resolves.toMatchObject({ from: 2, steps: ['index orders by customer'] });
    await expect(migrate({ schema: 0, deployment: { action: 'delete', previousPayload: { schema: 2 } } }))
      .resolves.toMatchObject({ from: 2, steps: ['undo add customers', 'undo create orders'] });
    await expect(migrate({ schema: 4, deployment: { action: 'update', previousPayload: { schema: 3 } } })).rejects.toThrow('there is no schema 4, the newest is 3');
  });

  test('seed the given number of tenants', async () => {
    const seed = handler('seeding/handlers/seed');

    await expect(seed({ queue: 'orders', tenants: 1 })).resolves.toEqual({ count: 1, tenants: [{ id: 'tenant-1', queue: 'orders' }] });
    await expect(seed({ queue: 'orders', tenants: '1' })).rejects.toThrow('tenants must be a number, got: string');
  });

  test('take orders, and refuse empty ones', async () => {
    const take = handler('smoke-test/handlers/take-order');

    await expect(take({ id: 1, items: ['tea'], dryRun: true })).resolves.toEqual({ id: 1, parcels: 1, sent: false });
    await expect(take({ id: 1, items: [] })).rejects.toThrow('order 1 has no items');
  });

  test('answer for the service and the newsletter', async () => {
    const environment = jest.replaceProperty(process, 'env', { SCHEMA: '3' });
    await expect(handler('database-migration/handlers/service')()).resolves.toEqual({ schema: 3 });
    environment.restore();
    await expect(handler('adopted-config/handlers/send-newsletter')({ to: ['a', 'b'] })).resolves.toEqual({ sent: 2 });
  });
});
