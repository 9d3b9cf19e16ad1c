import { BROKEN, type Scenario } from '../../../../lib/report/page/scenario/scenario';
import { Stage } from '../../../../lib/report/page/scenario/stage';
import { difference, verdictOf } from '../../../../lib/report/page/scenario/verdict';
import { called, shopApp, templatesApp } from '../shop';

const shop = shopApp();
const stage = new Stage(shop.topology);

async function verdict(id: string, change: Partial<Scenario> = {}, { app, on } = { app: shop, on: stage }) {
  const played = await on.play(called(app, id), { ...BROKEN, function: id, ...change });
  return 'refused' in played ? played.refused : verdictOf(played);
}

const LIVE = 'Shop/ImportOrder:live';
const INVOICE = 'Shop/Invoice:$LATEST';
const RUNS = (runs: number) => `The function runs ${runs} times for this one event. Whatever a run does before it fails is done again, so it has to be idempotent.`;

test.each<[string, string, Partial<Scenario>, object]>([
  ['loses an event that nothing keeps', LIVE, {}, { kind: 'lost', after: 180, says: 'Lost after 3 min: the qualifier has no failure destination, and the function no dead-letter queue.', doubled: [RUNS(3)] }],
  ['stores an event in the destination', INVOICE, {}, { kind: 'stored', after: 60, says: 'Stored after 1 min in queue `Shop/FailedOrders`: RetriesExhausted.', doubled: [RUNS(2)] }],
  ['takes the timeout for each run that times out', INVOICE, { trouble: 'timeout' }, { kind: 'stored', after: 300, says: 'Stored after 5 min in queue `Shop/FailedOrders`: RetriesExhausted.', doubled: [RUNS(2)] }],
  ['keeps a throttled event for its whole age', INVOICE, { trouble: 'throttle', age: 60 }, { kind: 'stored', after: 60, says: 'Stored after 1 min in queue `Shop/FailedOrders`: EventAgeExceeded.', doubled: [] }],
  ['succeeds after a system error', INVOICE, { trouble: 'system-error', times: 1 }, { kind: 'processed', after: 1, says: 'Processed after 1 s.', doubled: [] }],
  ['succeeds in a later run', INVOICE, { times: 1 }, { kind: 'processed', after: 60, says: 'Processed after 1 min, in run 2.', doubled: [RUNS(2)] }],
  ['runs once without retries', INVOICE, { retries: 0 }, { kind: 'stored', after: 0, says: 'Stored at once in queue `Shop/FailedOrders`: RetriesExhausted.', doubled: [] }],
  ['loses the record that the role may not deliver', INVOICE, { denied: true, retries: 0 }, { kind: 'lost', after: 0, says: expect.stringContaining('queue `Shop/FailedOrders` does not get it, because the role of'), doubled: [] }],
  ['loses a record that is too large', INVOICE, { kilobytes: 1024, retries: 0 }, { kind: 'lost', after: 0, says: expect.stringMatching(/^Lost at once: queue `Shop\/FailedOrders` does not get it, because it has \d+ bytes, and the queue takes at most 1048576\.$/), doubled: [] }],
  ['loses the event without a destination', INVOICE, { destination: '', retries: 0 }, { kind: 'lost', after: 0, says: 'Lost at once: the qualifier has no failure destination, and the function no dead-letter queue.', doubled: [] }],
])('%s', async (_, id, change, expected) => {
  expect(await verdict(id, change)).toEqual(expected);
});

test('stores an event in a destination that it did not have', async () => {
  const { arn } = stage.destinations.find(({ name }) => name === 'queue Shop/FailedOrders')!;

  // Its role has the permission for the config of `$LATEST`.
  expect(await verdict(LIVE, { destination: arn })).toMatchObject({ kind: 'stored', says: 'Stored after 3 min in queue `Shop/FailedOrders`: RetriesExhausted.' });
});

test('leaves the app as it was', async () => {
  const before = await verdict(INVOICE);
  await verdict(INVOICE, { denied: true, retries: 0, age: 60, destination: '' });
  await verdict(LIVE, { retries: 0 });

  expect(await verdict(INVOICE)).toEqual(before);
  expect(await verdict(LIVE)).toMatchObject({ after: 180 });
});

test('plays scenarios one after the other, also if they are asked for at once', async () => {
  const asked = await Promise.all([verdict(INVOICE, { retries: 0 }), verdict(LIVE), verdict(INVOICE)]);

  expect(asked).toEqual([expect.objectContaining({ after: 0 }), expect.objectContaining({ after: 180 }), expect.objectContaining({ after: 60 })]);
});

test('tells which alarms go off, and when', async () => {
  const alarmsOf = async (trouble: Scenario['trouble']) => {
    const played = await stage.play(called(shop, INVOICE), { ...BROKEN, function: INVOICE, trouble });
    return 'refused' in played ? [] : played.alarms;
  };

  expect(await alarmsOf('error')).toEqual([{ name: 'Shop/InvoiceDropped', at: 120 }]);
  expect(await alarmsOf('none')).toEqual([]);
});

test('has the record as it arrives', async () => {
  const played = await stage.play(called(shop, INVOICE), { ...BROKEN, function: INVOICE, retries: 0 });
  const [delivery] = 'refused' in played ? [] : played.events[0].deliveries;

  expect(JSON.parse((delivery.message as { body: string }).body)).toMatchObject({ requestContext: { condition: 'RetriesExhausted' }, requestPayload: { example: true } });
});

test('follows a record to the function that gets it', async () => {
  const job = { Type: 'AWS::Lambda::Function', Properties: {} };
  const app = templatesApp({ 'a.json': { Resources: { Job: job, Next: job, Config: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: { Ref: 'Job' }, Qualifier: '$LATEST', DestinationConfig: { OnSuccess: { Destination: { 'Fn::GetAtt': ['Next', 'Arn'] } } } } } } } });

  expect(await verdict('Job:$LATEST', { trouble: 'none' }, { app, on: new Stage(app.topology) })).toEqual({ kind: 'processed', after: 0, doubled: [], says: 'Processed at once. Next then gets the record as its event.' });
});

test('says why it cannot play a function that the app does not declare', async () => {
  const app = templatesApp({ 'a.json': { Resources: { Config: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: 'other', Qualifier: '$LATEST' } } } } });

  expect(await verdict('other:$LATEST', {}, { app, on: new Stage(app.topology) })).toBe('The app does not declare this function, so its events cannot be played.');
});

test.each([
  [{ kind: 'stored', after: 60, says: 'a' }, 'With your changes, the event is stored instead of lost.'],
  [{ kind: 'lost', after: 60, says: 'a' }, 'With your changes, the event is still lost, 2 min sooner.'],
  [{ kind: 'lost', after: 240, says: 'a' }, 'With your changes, the event is still lost, 1 min later.'],
  [{ kind: 'lost', after: 180, says: 'lost' }, 'Your changes make no difference here.'],
  [{ kind: 'lost', after: 180, says: 'a' }, 'With your changes, the event is still lost, but elsewhere.'],
] as const)('tells the difference: %j', (after, sentence) => {
  expect(difference({ kind: 'lost', after: 180, says: 'lost', doubled: [] }, { doubled: [], ...after })).toBe(sentence);
});
