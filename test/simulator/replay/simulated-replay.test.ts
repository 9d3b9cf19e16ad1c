import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AsyncAlias, AsyncDestination, AsyncFunction, FailedEventReplay, ReplaySource } from '../../../lib';
import { fails, JsonText, Simulator, succeeds } from '../../../lib/simulator';

const CODE = { runtime: lambda.Runtime.NODEJS_24_X, handler: 'index.handler', code: lambda.Code.fromInline('x') };

/** A shop that keeps failed orders in a queue, and failed mails in a bucket. */
function shop() {
  const stack = new Stack(new App(), 'Shop');
  const orders = new AsyncFunction(stack, 'Orders', { ...CODE, retryAttempts: 0 });
  const bucket = new s3.Bucket(stack, 'Failed');
  const mails = new AsyncAlias(stack, 'Mails', {
    function: new lambda.Function(stack, 'Mail', CODE), aliasName: 'live', retryAttempts: 0, onFailure: AsyncDestination.bucket(bucket),
  });
  new FailedEventReplay(stack, 'Replay', {
    from: [ReplaySource.queue(orders.failureQueue as sqs.Queue), ReplaySource.bucket(bucket)],
    targets: [orders, mails.lambda],
  });
  const sim = Simulator.fromTemplates([Template.fromStack(stack)]);
  return { sim, orders: sim.function('Orders'), mail: sim.function('Mail') };
}

/** Events that failed, and went where failed events go. */
async function incident() {
  const { sim, orders, mail } = shop();
  orders.respond(fails('down'));
  mail.respond(fails('down'));
  for (const id of [1, 2, 3]) {
    await sim.invoke('Orders', { payload: { id }, qualifier: 'live' });
  }
  await sim.invoke('Mail', { payload: new JsonText('{"id":12345678901234567890}'), qualifier: 'live' });
  await sim.clock.settle();
  return { sim, orders, mail };
}

test('plans first, and sends nothing', async () => {
  const { sim } = await incident();
  const before = sim.outcomes.length;

  const { mode, name, plan } = await sim.replay('Replay') as Extract<Awaited<ReturnType<Simulator['replay']>>, { mode: 'plan' }>;

  expect({ mode, name }).toEqual({ mode: 'plan', name: 'plan-1' });
  expect(plan).toMatchObject({ selected: 4, groups: { byCondition: { RetriesExhausted: 4 } } });
  expect(sim.outcomes).toHaveLength(before);
  expect(sim.queue('OrdersAliasFailureQueue').messages.map(({ state }) => state)).toEqual(['visible', 'visible', 'visible']);
});

test('sends each failed event once, byte for byte, and deletes its copy', async () => {
  const { sim, orders, mail } = await incident();
  orders.respond(succeeds());
  mail.respond(succeeds());
  const failed = sim.outcomes.map(({ payloadText }) => payloadText);

  const { name, report } = await sim.replay('Replay', { mode: 'run' }) as Extract<Awaited<ReturnType<Simulator['replay']>>, { mode: 'run' | 'report' }>;
  await sim.clock.settle();

  expect(report).toMatchObject({ planned: 4, fates: { 'sent': 4, 'not sent': 0, 'in doubt': 0 } });
  expect(sim.outcomes.slice(4).map(({ payloadText }) => payloadText).sort()).toEqual([...failed].sort());
  expect(sim.outcomes.slice(4).every(({ condition, qualifier }) => condition === 'Success' && qualifier === 'live')).toBe(true);
  expect(sim.queue('OrdersAliasFailureQueue').messages).toEqual([]);
  expect(sim.bucket('Failed').keys).toEqual([]);

  await sim.replay('Replay', { mode: 'run' });
  await sim.clock.settle();
  expect(sim.outcomes).toHaveLength(8);
  expect(await sim.replay('Replay', { mode: 'report', run: name })).toMatchObject({ report: { planned: 4 } });
});

test('tells what failed again, from the records that come back', async () => {
  const { sim, orders, mail } = await incident();
  mail.respond(succeeds());
  orders.respond(fails('still down'));

  const { name } = await sim.replay('Replay', { mode: 'run' });
  await sim.clock.settle();

  expect(await sim.replay('Replay', { mode: 'report', run: name })).toMatchObject({ report: { fates: { 'failed again': 3, 'sent': 1 } } });
});

test('keeps the rate on the clock of the simulator', async () => {
  const { sim, orders, mail } = await incident();
  orders.respond(succeeds());
  mail.respond(succeeds());
  const before = sim.clock.now.getTime();

  await sim.replay('Replay', { mode: 'run', rate: 1 });

  expect(sim.clock.now.getTime() - before).toBeGreaterThanOrEqual(2_000);
  expect(sim.clock.now.getTime() - before).toBeLessThan(Duration.minutes(5).toMilliseconds());
});

test('waits in an outage of Lambda, and loses nothing', async () => {
  const { sim, orders, mail } = await incident();
  mail.respond(succeeds());
  orders.respond(succeeds()).refuseEvents();

  expect(await sim.replay('Replay', { mode: 'run' })).toMatchObject({ report: { fates: { 'sent': 1, 'in doubt': 3 } } });
  expect(sim.queue('OrdersAliasFailureQueue').messages).toHaveLength(3);

  orders.refuseEvents(false);
  await sim.clock.advanceBy({ hours: 1 });
  expect(await sim.replay('Replay', { mode: 'run', inDoubt: 'send' })).toMatchObject({ report: { fates: { sent: 3 } } });
});

test.each<[string, object, string]>([
  ['a wrong mode', { mode: 'go' }, '`mode` must be'],
  ['a plan that is not there', { mode: 'run', plan: 'x' }, '`plan` must be the name of a plan that is complete, got: "x"'],
  ['an unknown source', { sources: ['x'] }, '`sources` must name sources of the replay, got: "x"'],
])('refuses %s', async (_, input, message) => {
  const { sim } = shop();

  await expect(sim.replay('Replay', input)).rejects.toThrow(message);
});

test('names the replays that there are', async () => {
  const { sim } = shop();

  await expect(sim.replay('Again')).rejects.toThrow(/^No replay is called `Again`\. There are: /);
});
