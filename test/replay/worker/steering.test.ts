import { REPLAY_ACTION } from '../../../lib/contract/replay';
import { BUCKET, id, key, record, TARGETS } from '../loopback/failures';
import { Services } from '../loopback/services';

let services: Services;
beforeAll(async () => {
  services = await Services.start();
});
beforeEach(() => services.reset());
afterAll(() => services.stop());

const settings = () => services.settings([BUCKET], TARGETS);

/** Plans some records in the bucket, and starts a run. */
async function started(numbers: readonly number[], input: object = {}): Promise<any[]> {
  numbers.forEach(number => services.buckets.objects.set(`records/${key(number)}`, record(number)));
  await services.plan(settings(), 'p');
  await services.perform(settings(), { action: REPLAY_ACTION.prepare, execution: 'r', input: { mode: 'run', plan: 'p', ...input } });
  return services.lines('plans/p/manifest/objects.jsonl');
}

function runBatch(Items: any[]) {
  return services.perform(settings(), { action: REPLAY_ACTION.runBatch, run: 'r', Items });
}

function watch() {
  return services.perform(settings(), { action: REPLAY_ACTION.watch, run: 'r' });
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, number) => from + number);

/** Lets events that were sent come back as failures, in the bucket. */
function failAgain(first: number, number: number): void {
  const timestamp = new Date(services.clock.now()).toISOString();
  services.lambda.accepted.slice(first, first + number).forEach(({ newId }, index) => services.buckets.objects.set(
    `records/${key(500 + first + index, timestamp)}`, record(500 + first + index, { timestamp, requestContext: { requestId: newId } }),
  ));
}

test('a run in which too much fails again stops, and tells why', async () => {
  const lines = await started(range(0, 30));
  expect(await runBatch(lines.slice(0, 15))).toEqual({ done: true, sent: 15, refused: 0, inDoubt: 0 });
  services.clock.advance(30_000);
  failAgain(0, 12);
  services.clock.advance(30_000);
  expect(await watch()).toEqual({ over: false });

  const reason = '12 of 15 replayed events failed again, more than the share 0.5 of `maxFailureShare`';
  expect(await runBatch(lines.slice(15))).toEqual({ done: true, stopped: reason, sent: 0, refused: 0, inDoubt: 0 });
  expect(services.lambda.accepted).toHaveLength(15);
  expect(JSON.parse(services.buckets.objects.get('work/runs/r/progress.json')!)).toMatchObject({
    control: { state: 'stopped', reason }, tally: { sent: 15, failedAgain: 12 },
  });
  await services.perform(settings(), { action: REPLAY_ACTION.close, run: 'r' });
  expect(await watch()).toEqual({ over: true });
  expect(await services.perform(settings(), { action: REPLAY_ACTION.report, run: 'r' })).toMatchObject({
    stopped: reason, fates: { 'sent': 3, 'failed again': 12, 'not sent': 15 },
  });
});

test('a run in which little fails again goes on, and each record counts once', async () => {
  const lines = await started(range(0, 30));
  await runBatch(lines.slice(0, 25));
  services.clock.advance(30_000);
  failAgain(0, 11);
  services.clock.advance(30_000);
  await watch();
  await watch();

  expect(services.table.items.get('tally#r')).toMatchObject({ sent: { N: '25' }, failedAgain: { N: '11' } });
  expect(await runBatch(lines.slice(25))).toMatchObject({ sent: 5 });
});

test('metrics are written as differences', async () => {
  const lines = await started([1, 2]);
  await runBatch(lines.slice(0, 1));
  await watch();
  await runBatch(lines.slice(1));
  await watch();

  expect(services.log.filter(line => 'Sent' in line)).toMatchObject([
    { Replay: 'Replay', Sent: 1, Stopped: 0, _aws: { CloudWatchMetrics: [{ Namespace: 'CdkAsyncInvoke/Replay', Dimensions: [['Replay']] }] } },
    { Sent: 1 },
  ]);
});

test('a run that is paused by hand waits, and ends unfinished', async () => {
  const lines = await started([1]);
  services.table.items.get('control#r')!.state = { S: 'paused' };

  expect(await runBatch(lines)).toEqual({ done: false, sent: 0, refused: 0, inDoubt: 0 });
  services.table.items.get('control#r')!.state = { S: 'running' };
  expect(await runBatch(lines)).toMatchObject({ done: true, sent: 1 });
});

test('throttles slow a run down', async () => {
  const lines = await started([1, 2, 3], { concurrency: 1 });
  services.lambda.faults = ['throttle', 'throttle'];
  expect(await runBatch(lines)).toMatchObject({ sent: 3 });
  await watch();

  expect(services.table.items.get('control#r')).toMatchObject({ factor: { N: '0.5' } });
});

test('a repeated batch sends nothing again', async () => {
  const lines = await started([1, 2]);
  await runBatch(lines);

  expect(await runBatch(lines)).toEqual({ done: true, sent: 0, refused: 0, inDoubt: 0 });
  expect(services.lambda.accepted).toHaveLength(2);
  expect(services.buckets.keys('records')).toEqual([]);
});

test('objects that the replay keeps are sent once all the same', async () => {
  const lines = await started([1]);
  const keeping = services.settings([BUCKET], TARGETS, { keepObjects: true });
  await services.perform(keeping, { action: REPLAY_ACTION.runBatch, run: 'r', Items: lines });
  await services.perform(keeping, { action: REPLAY_ACTION.runBatch, run: 'r', Items: lines });

  expect(services.lambda.accepted).toHaveLength(1);
  expect(services.buckets.keys('records')).toEqual([key(1)]);
  expect(await services.plan(keeping, 'p2')).toMatchObject({ selected: 0, left: { alreadySent: 1 } });
});

test('an object with several records is deleted when all are sent', async () => {
  services.buckets.objects.set('records/aws/lambda/async/list', `[${record(1)},${record(2)}]`);
  const lines = await started([]);
  await runBatch(lines.slice(0, 1));
  expect(services.buckets.keys('records')).toHaveLength(1);

  await runBatch(lines.slice(1));
  expect(services.buckets.keys('records')).toEqual([]);
  expect(services.lambda.accepted).toHaveLength(2);
});

test('a copy that was left behind is deleted by the next plan and run', async () => {
  const lines = await started([1]);
  await runBatch(lines);
  services.buckets.objects.set(`records/${key(1)}`, record(1));
  expect(await services.plan(settings(), 'p2')).toMatchObject({ selected: 0, left: { alreadySent: 1 } });
  const again = services.lines('plans/p2/manifest/objects.jsonl');
  expect(again).toMatchObject([{ id: id(1), copyOnly: true }]);
  await runBatch(again);

  expect(services.buckets.keys('records')).toEqual([]);
  expect(services.lambda.accepted).toHaveLength(1);
});
