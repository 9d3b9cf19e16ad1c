import { eventsOf, isLost, type ToldDelivery } from '../../../lib/cli/simulate/events';
import { fails, succeeds, type Step } from '../../../lib/simulator';
import { arn, config, lambda, shop, type Shop } from '../../simulator/shop';

/** What is told of all events that one event leads to. */
async function told(app: Shop, step: Step) {
  const sim = shop(app, { respond: succeeds() });
  sim.function('Orders').respond(step);
  await sim.invoke('Orders', { payload: { id: 1 } });
  await sim.clock.settle();
  return eventsOf(sim);
}

/** A delivery with its record as a value. */
function read({ record, ...delivery }: ToldDelivery): object {
  return { ...delivery, record: record && JSON.parse(String(record)) };
}

const once = (onFailure?: string) => ({ $LATEST: { retries: 0, onFailure } });

test('distinguishes the record and the dead letter of one event in one queue', async () => {
  const [event] = await told({ configs: once('Queue'), orders: { DeadLetterConfig: { TargetArn: arn('Queue') } } }, fails());
  expect(event.deliveries.map(read)).toMatchObject([
    { kind: 'on-failure', to: 'queue `Queue`', record: { requestPayload: { id: 1 } }, message: { messageAttributes: {} } },
    { kind: 'dead-letter', to: 'queue `Queue`', record: undefined, message: { body: '{"id":1}', messageAttributes: { RequestID: { StringValue: event.requestId } } } },
  ]);
  expect(event.steps).toMatchObject([{ kind: 'failed' }, { kind: 'given-up' }, { kind: 'sent', role: 'on-failure' }, { kind: 'sent', role: 'dead-letter' }]);
});

test('tells each event with its own record', async () => {
  const sim = shop({ configs: { $LATEST: { onSuccess: 'Queue' } } }, { respond: event => event });
  for (const id of [1, 2]) {
    await sim.invoke('Orders', { payload: { id } });
  }
  await sim.clock.settle();
  expect(eventsOf(sim).map(({ deliveries }) => deliveries.map(read))).toMatchObject([
    [{ record: { requestPayload: { id: 1 }, responsePayload: { id: 1 } } }],
    [{ record: { requestPayload: { id: 2 }, responsePayload: { id: 2 } } }],
  ]);
});

test('tells a record for a function as an event', async () => {
  const events = await told({
    configs: { $LATEST: { onSuccess: 'Billing' } },
    resources: { Billing: lambda(), BillingConfig: config('Billing', '$LATEST', { onSuccess: 'Queue' }) },
  }, succeeds('paid'));
  expect(events.map(({ function: fn, deliveries: [delivery] }) => [fn, read(delivery)])).toMatchObject([
    ['Orders', { to: 'function `Billing`', record: { requestPayload: { id: 1 }, responsePayload: 'paid' } }],
    ['Billing', { to: 'queue `Queue`', record: { requestPayload: { responsePayload: 'paid' }, responsePayload: null } }],
  ]);
});

test('gives the time of a step in seconds after the event was accepted', async () => {
  const [{ steps, acceptedAt }] = await told({ configs: { $LATEST: { retries: 1 } } }, fails());
  expect(steps.map(({ after }) => after)).toEqual([0, 60, 60]);
  expect(acceptedAt).toBe('2026-01-01T00:00:00.000Z');
});

test.each<[string, boolean, Shop, Step]>([
  ['that succeeds, with neither record nor dead letter', false, {}, succeeds()],
  ['that fails, with neither record nor dead letter', true, { configs: once() }, fails()],
  ['whose record arrives', false, { configs: once('Queue') }, fails()],
  ['whose record is lost', true, { configs: once('Queue'), allowed: ['sns:Publish'] }, fails()],
  ['that succeeds, but whose record is lost', true, { configs: { $LATEST: { onSuccess: 'Queue' } }, allowed: ['sns:Publish'] }, succeeds()],
])('an event %s is lost: %s', async (_, lost, app, step) => {
  expect((await told(app, step)).some(isLost)).toBe(lost);
});
