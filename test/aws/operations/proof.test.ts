import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AsyncFunction, AsyncInvokeAlarms } from '../../../lib';
import { Simulator, fails, isThrottled, succeeds } from '../../../lib/simulator';
import { CODE } from '../fixture';

/** An app with the function `Orders` and the alarms of the kit. */
function simulated(declare: (stack: Stack) => lambda.IFunction): Simulator {
  const stack = new Stack(new App(), 'Shop');
  new AsyncInvokeAlarms(stack, 'Alarms', { function: declare(stack), composite: {}, eventsDropped: { enabled: true } });
  return Simulator.fromTemplates([Template.fromStack(stack)]);
}

/** The alarms that have fired, by the last part of their names. */
function fired(sim: Simulator): string[] {
  return sim.alarms.filter(({ history }) => history.some(({ to }) => to === 'ALARM')).map(({ name }) => name.split('/').at(-1)!).sort();
}

test('events that succeed fire no alarm', async () => {
  const sim = simulated(stack => new AsyncFunction(stack, 'Orders', CODE));
  sim.function('Orders').respond(succeeds());
  await sim.invoke('Orders', { qualifier: 'live' });
  await sim.clock.advanceBy({ hours: 24 * 20 });

  expect(fired(sim)).toEqual([]);
  expect(new Set(sim.alarms.map(({ state }) => state))).toEqual(new Set(['OK']));
});

test('an event that succeeds at its last attempt fires no alarm', async () => {
  const sim = simulated(stack => new AsyncFunction(stack, 'Orders', CODE));
  sim.function('Orders').respond(fails(), fails(), succeeds());
  await sim.invoke('Orders', { qualifier: 'live' });
  await sim.clock.advanceBy({ hours: 24 * 20 });

  expect(fired(sim)).toEqual([]);
});

test('an event that is kept fires the alarms of its queue, and of expiry when nobody takes it', async () => {
  const sim = simulated(stack => new AsyncFunction(stack, 'Orders', CODE));
  sim.function('Orders').respond(fails());
  await sim.invoke('Orders', { qualifier: 'live' });
  await sim.clock.settle();
  expect(fired(sim)).toEqual(['EventsDropped', 'FailureQueueNotEmpty']);

  await sim.clock.advanceBy({ hours: 24 * 14 });
  expect(fired(sim)).toEqual(['Critical', 'EventsDropped', 'FailureQueueExpiring', 'FailureQueueNotEmpty']);
});

test('an event that nothing keeps fires the alarm of lost events', async () => {
  const sim = simulated(stack => new lambda.Function(stack, 'Orders', CODE));
  sim.function('Orders').respond(fails());
  await sim.invoke('Orders');
  await sim.clock.settle();

  expect(fired(sim)).toEqual(['Critical', 'EventsLost']);
});

test('a record that cannot be delivered fires the alarm of deliveries, and none of the queue', async () => {
  const stack = new Stack(new App(), 'Shop');
  new AsyncInvokeAlarms(stack, 'Alarms', { function: new AsyncFunction(stack, 'Orders', CODE), composite: {} });
  const template = Template.fromStack(stack).toJSON() as { Resources: Record<string, { Type: string }> };
  const withoutPolicies = Object.fromEntries(Object.entries(template.Resources).filter(([, { Type }]) => Type !== 'AWS::IAM::Policy'));
  const sim = Simulator.fromTemplates([{ ...template, Resources: withoutPolicies }]);
  sim.function('Orders').respond(fails());
  await sim.invoke('Orders', { qualifier: 'live' });
  await sim.clock.settle();

  expect(fired(sim)).toEqual(['Critical', 'DeliveryFailed']);
});

test.each([[2.9, []], [3.1, ['Backlog']], [4.7, ['Backlog']], [4.9, ['Backlog', 'BacklogCritical', 'Critical']]])('an event that is throttled for %d hours fires %j', async (hours, expected) => {
  const sim = simulated(stack => new AsyncFunction(stack, 'Orders', CODE));
  sim.function('Orders').respond(isThrottled());
  await sim.invoke('Orders', { qualifier: 'live' });
  await sim.clock.advanceBy({ hours });
  sim.function('Orders').respond(succeeds());
  await sim.clock.settle();

  expect(fired(sim)).toEqual(expected);
});

test('an age that only the deployment knows is compared by metric math', async () => {
  const sim = simulated(stack => {
    const age = new CfnParameter(stack, 'Age', { type: 'Number', default: 600 });
    return new AsyncFunction(stack, 'Orders', { ...CODE, maxEventAge: Duration.seconds(age.valueAsNumber) });
  });
  sim.function('Orders').respond(isThrottled());
  await sim.invoke('Orders', { qualifier: 'live' });
  await sim.clock.advanceBy({ minutes: 8 });
  sim.function('Orders').respond(succeeds());
  await sim.clock.settle();

  expect(fired(sim)).toEqual(['Backlog', 'BacklogCritical', 'Critical']);
});
